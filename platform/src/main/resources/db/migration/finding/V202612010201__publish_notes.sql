-- Published: why a finding was closed, and what people wrote at findings.
CREATE OR REPLACE VIEW finding.published_finding AS
    SELECT id AS finding_id, release_id, component_id, vulnerability_id, state, kind, confidence, opened_at, closed_at,
           closed_because
      FROM finding.finding;
CREATE VIEW finding.published_note AS
    SELECT id AS note_id, finding_id, at, author_name, body
      FROM finding.note;
