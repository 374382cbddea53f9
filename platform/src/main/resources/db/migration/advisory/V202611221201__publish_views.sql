-- What other modules may read.

-- Records of every state; `head` is read by dev.ward.standards.codec.AdvisoryCodec.
CREATE VIEW advisory.published_record AS
SELECT record_id, source, name, state, modified, vulnerability_id, change_set, head
  FROM advisory.record;

-- What a record says is affected; `code` is read by dev.ward.standards.codec.AffectedCodec.
CREATE VIEW advisory.published_statement AS
SELECT record_id, number, code
  FROM advisory.statement;

-- Where the statements of published records are found; `use` and `decision` are ordinals of
-- dev.ward.standards.match.MatchKeys, `code` is a varint count and so many codes of StatementCode.
CREATE VIEW advisory.published_statement_key AS
SELECT record_id, number, use, key, decision, code
  FROM advisory.statement_key;

-- Vulnerabilities under their present ids; `rating` is an ordinal of dev.ward.standards.cvss.SeverityRating. One that
-- is not `live` has no published record any more and shows what was last known.
CREATE VIEW advisory.published_vulnerability AS
SELECT vulnerability_id, name, aliases, summary, rating, score, severity_source, vector,
       kev_since, kev_due, kev_ransomware, epss, epss_percentile, exploitation, weaknesses, live, change_set
  FROM advisory.vulnerability
 WHERE merged_into IS NULL;

-- Ids that are no longer used, and the one that took their place.
CREATE VIEW advisory.published_merged_vulnerability AS
SELECT vulnerability_id, merged_into, change_set
  FROM advisory.vulnerability
 WHERE merged_into IS NOT NULL;

CREATE VIEW advisory.published_change_set AS
SELECT change_set, at, source
  FROM advisory.change_set;
