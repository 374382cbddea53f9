-- Published: every version of a decision that was ever signed, also those that were decided again later. Whoever reads it puts
-- Reader.seesRestricted("….restricted_to") into the WHERE.
CREATE VIEW assessment.published_decided_version AS
SELECT d.assessment_id, d.product_id, d.vulnerability, d.version, d.decided_at, a.restricted_to
  FROM assessment.decision d
  JOIN assessment.assessment a ON a.id = d.assessment_id;
