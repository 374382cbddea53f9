-- Published: by which version of the matrix each decision was judged, and which version of its assessment it is. Whoever reads it
-- puts Reader.seesRestricted("….restricted_to") into the WHERE.
CREATE VIEW assessment.published_judged_by AS
SELECT d.id AS decision_id, d.assessment_id, d.version, d.matrix, a.restricted_to
  FROM assessment.decision d
  JOIN assessment.assessment a ON a.id = d.assessment_id;
