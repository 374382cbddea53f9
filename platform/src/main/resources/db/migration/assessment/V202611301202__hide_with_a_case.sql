-- restricted_to: the accounts that alone see the assessment, as the case in which it was opened is embargoed; null for
-- everyone of the manufacturer.
ALTER TABLE assessment.assessment ADD COLUMN restricted_to uuid[] CHECK (cardinality(restricted_to) > 0);

-- shared: the release counts as assessed for everyone. What a restricted assessment says is not: a refusal would tell that it is
-- there.
ALTER TABLE assessment.presence ADD COLUMN shared boolean NOT NULL DEFAULT true;
ALTER TABLE assessment.presence DROP CONSTRAINT presence_vulnerability_release_id_key;
CREATE UNIQUE INDEX presence_shared ON assessment.presence (vulnerability, release_id) WHERE shared;
CREATE INDEX presence_vulnerability ON assessment.presence (vulnerability, release_id);

CREATE OR REPLACE VIEW assessment.published_decision AS
SELECT r.release_id, d.id AS decision_id, d.assessment_id, d.vulnerability, d.vulnerability_id, d.product_id, d.verdict,
       d.exploitability, d.harm, r.presence, r.justification, d.reassess_by, d.decided_at,
       EXISTS (SELECT FROM assessment.outdated o WHERE o.decision_id = d.id) AS outdated,
       a.restricted_to
  FROM assessment.decision d
  JOIN assessment.assessment a ON a.id = d.assessment_id
  JOIN assessment.decision_release r ON r.decision_id = d.id
 WHERE NOT EXISTS (SELECT FROM assessment.decision later
                    WHERE later.assessment_id = d.assessment_id AND later.version > d.version);
