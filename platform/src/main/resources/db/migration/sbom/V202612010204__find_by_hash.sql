-- Components whose files carry a hash, found by it. Most occurrences carry none and cost nothing here.
CREATE INDEX occurrence_hashes ON sbom.occurrence USING gin (hashes) WITH (gin_pending_list_limit = 16384)
    WHERE hashes <> '{}';

CREATE VIEW sbom.published_hashed_occurrence AS
    SELECT o.snapshot_id, o.component_id, o.hashes
      FROM sbom.occurrence o
      JOIN sbom.snapshot s USING (snapshot_id)
     WHERE s.state = 'completed' AND o.hashes <> '{}';
