-- Places are written as they are read, with the ids of their components, and summed up when all are there; new
-- components wait in a temporary table.
ALTER TABLE sbom.occurrence DROP CONSTRAINT occurrence_snapshot_id_component_id_fkey;
DROP TABLE sbom.staged_component;
