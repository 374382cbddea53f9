-- Until when a decision also covers further releases of its product, as those who signed it say.
CREATE TABLE assessment.decision_cover (
    decision_id  uuid PRIMARY KEY REFERENCES assessment.decision (id),
    covers_until date NOT NULL
);

-- The components in which the vulnerability was found when it was decided: a further release is covered as far as it was
-- found there in these, name and version, and in no other.
CREATE TABLE assessment.covered_component (
    decision_id  uuid NOT NULL REFERENCES assessment.decision_cover,
    component_id bigint NOT NULL,
    PRIMARY KEY (decision_id, component_id)
);
REVOKE UPDATE, DELETE ON assessment.decision_cover, assessment.covered_component FROM ward_app;

-- Published: findings in further releases that a decision covers now. It is the newest of its assessment, nothing new was
-- said since, and its day has not come.
CREATE VIEW assessment.published_covered AS
SELECT f.finding_id, f.release_id, f.component_id, f.vulnerability_id, d.id AS decision_id, d.assessment_id, d.vulnerability,
       d.version, d.verdict, d.exploitability, d.harm, c.covers_until, a.restricted_to
  FROM assessment.decision_cover c
  JOIN assessment.decision d ON d.id = c.decision_id
  JOIN assessment.assessment a ON a.id = d.assessment_id AND a.version = d.version AND a.state = 'decided'
  JOIN finding.published_finding f ON f.vulnerability_id = coalesce((SELECT m.merged_into
                                                                       FROM advisory.published_merged_vulnerability m
                                                                      WHERE m.vulnerability_id = d.vulnerability_id),
                                                                    d.vulnerability_id)
       AND f.state IN ('open', 'candidate')
  JOIN assessment.covered_component k ON k.decision_id = d.id AND k.component_id = f.component_id
  JOIN product.published_release r ON r.release_id = f.release_id AND r.product_id = d.product_id
 WHERE c.covers_until > (now() AT TIME ZONE 'UTC')::date
   AND NOT EXISTS (SELECT FROM assessment.outdated o WHERE o.decision_id = d.id)
   AND NOT EXISTS (SELECT FROM assessment.presence p
                    WHERE p.vulnerability = d.vulnerability AND p.release_id = f.release_id
                      AND (p.shared OR p.assessment_id = d.assessment_id));
