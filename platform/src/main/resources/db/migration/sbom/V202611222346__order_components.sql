-- Lists by component read an index in its order and stop when the page is full.
CREATE INDEX component_by_name
    ON sbom.component (left(lower(name), 200), left(coalesce(version, ''), 200), component_id);
