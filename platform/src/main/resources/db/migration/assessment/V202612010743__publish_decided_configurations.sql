-- Published: what the newest decision says of a release in each of its configurations, where it was decided by configuration.
-- Whoever reads it puts Reader.seesRestricted("….restricted_to") into the WHERE.
CREATE VIEW assessment.published_configuration_decision AS
SELECT d.release_id, k.configuration_id, k.presence, d.decision_id, d.assessment_id, d.vulnerability, d.vulnerability_id,
       d.outdated, d.restricted_to
  FROM assessment.published_decision d
  JOIN assessment.decision_configuration k ON k.decision_id = d.decision_id AND k.release_id = d.release_id;
