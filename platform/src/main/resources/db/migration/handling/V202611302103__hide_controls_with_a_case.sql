-- What is told of a compensating control is hidden with the case in which its vulnerability is assessed.
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
 WHERE c.restricted_to IS NOT NULL
 UNION ALL
SELECT 'compensating-control', k.control_id::text, c.restricted_to
  FROM handling.vulnerability_case c
  JOIN handling.case_assessment a ON a.case_id = c.id
  JOIN assessment.published_control k ON k.assessment_id = a.assessment_id
 WHERE c.restricted_to IS NOT NULL;
