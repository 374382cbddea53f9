-- The assessments that were opened in a case. They are seen by whoever sees the case.
CREATE TABLE handling.case_assessment (
    assessment_id uuid PRIMARY KEY REFERENCES assessment.assessment,
    case_id       uuid NOT NULL REFERENCES handling.vulnerability_case,
    since         timestamptz NOT NULL
);
CREATE INDEX case_assessment_case ON handling.case_assessment (case_id);

CREATE OR REPLACE VIEW handling.published_restriction AS
SELECT 'case' AS subject_type, c.public_id AS subject_id, c.restricted_to
  FROM handling.vulnerability_case c
 WHERE c.restricted_to IS NOT NULL
 UNION ALL
SELECT 'signal', s.id::text, c.restricted_to
  FROM handling.vulnerability_case c
  JOIN handling.signal s ON s.case_id = c.id
 WHERE c.restricted_to IS NOT NULL
 UNION ALL
SELECT 'signal', d.id::text, c.restricted_to
  FROM handling.vulnerability_case c
  JOIN handling.signal s ON s.case_id = c.id
  JOIN handling.signal d ON d.duplicate_of = s.id
 WHERE c.restricted_to IS NOT NULL
 UNION ALL
SELECT 'inquiry', i.id::text, c.restricted_to
  FROM handling.vulnerability_case c
  JOIN handling.inquiry i ON i.case_id = c.id
 WHERE c.restricted_to IS NOT NULL
 UNION ALL
SELECT 'assessment', a.assessment_id::text, c.restricted_to
  FROM handling.vulnerability_case c
  JOIN handling.case_assessment a ON a.case_id = c.id
 WHERE c.restricted_to IS NOT NULL;
