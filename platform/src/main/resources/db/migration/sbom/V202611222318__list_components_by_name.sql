-- The list of all components is read in its order, a part at a time.
CREATE INDEX component_place ON sbom.component (left(name, 200), left(coalesce(version, ''), 200), component_id);
