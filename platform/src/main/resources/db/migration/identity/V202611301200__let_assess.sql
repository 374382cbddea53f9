-- Who assesses vulnerabilities, and who signs which half of a decision. No shipped role signs both.
INSERT INTO identity.role_permission (role, permission)
SELECT r.role, p.permission
  FROM (VALUES
    ('administrator', 'ASSESSMENT_WRITE'),
    ('product-security', 'ASSESSMENT_WRITE EXPLOITABILITY_SIGN'),
    ('clinical-safety', 'ASSESSMENT_WRITE HARM_SIGN'),
    ('quality-regulatory', 'ASSESSMENT_WRITE')
  ) AS r(role, permissions)
 CROSS JOIN LATERAL regexp_split_to_table(r.permissions, ' ') AS p(permission);
