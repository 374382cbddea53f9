-- Published: how far each assessment is, with the verdict of its newest decision; null while there is none. Whoever reads it
-- puts Reader.seesRestricted("….restricted_to") into the WHERE.
CREATE VIEW assessment.published_progress AS
SELECT a.id AS assessment_id, a.vulnerability, a.vulnerability_id, a.product_id, a.state, a.restricted_to,
       (SELECT d.verdict FROM assessment.decision d WHERE d.assessment_id = a.id ORDER BY d.version DESC LIMIT 1) AS verdict
  FROM assessment.assessment a;
