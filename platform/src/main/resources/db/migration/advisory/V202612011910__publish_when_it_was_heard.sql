-- Published: when each record was published by whoever wrote it, and when it was heard here first. published: null when it does not say.
CREATE VIEW advisory.published_heard AS
SELECT r.record_id, r.vulnerability_id, r.source, r.name, r.published,
       (SELECT min(v.at) FROM advisory.record_revision v WHERE v.record_id = r.record_id) AS heard_at
  FROM advisory.record r
 WHERE r.vulnerability_id IS NOT NULL;
