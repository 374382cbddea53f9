-- Published: which assessments were opened in a case. Whoever reads it puts Reader.seesRestricted("….restricted_to") into the
-- WHERE, as of the next.
CREATE VIEW handling.published_case_assessment AS
SELECT a.case_id, a.assessment_id, c.restricted_to
  FROM handling.case_assessment a
  JOIN handling.vulnerability_case c ON c.id = a.case_id;

-- Published: the products that a case is surely about: of which a release was named by hand, or something decided.
CREATE VIEW handling.published_case_product AS
SELECT c.id AS case_id, p.product_id, c.restricted_to
  FROM handling.vulnerability_case c
  JOIN handling.case_release r ON r.case_id = c.id
  JOIN product.published_release p ON p.release_id = r.release_id
 UNION
SELECT c.id, d.product_id, c.restricted_to
  FROM handling.vulnerability_case c
  JOIN handling.case_assessment a ON a.case_id = c.id
  JOIN assessment.published_decision d ON d.assessment_id = a.assessment_id;
