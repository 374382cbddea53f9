-- Who sees what is due, who enters the facts from which it follows, and who signs for regulatory affairs. Not even an
-- administrator signs that something was learned of later, or that it is reported or not.
INSERT INTO identity.role_permission (role, permission)
SELECT r.role, p.permission
  FROM (VALUES
    ('administrator', 'OBLIGATION_READ OBLIGATION_WRITE'),
    ('product-security', 'OBLIGATION_READ OBLIGATION_WRITE'),
    ('psirt-lead', 'OBLIGATION_READ OBLIGATION_WRITE'),
    ('clinical-safety', 'OBLIGATION_READ OBLIGATION_WRITE'),
    ('quality-regulatory', 'OBLIGATION_READ OBLIGATION_WRITE REGULATION_SIGN'),
    ('regulatory-head', 'OBLIGATION_READ OBLIGATION_WRITE REGULATION_SIGN'),
    ('designated-person', 'OBLIGATION_READ OBLIGATION_WRITE REGULATION_SIGN'),
    ('privacy-officer', 'OBLIGATION_READ OBLIGATION_WRITE'),
    ('counsel', 'OBLIGATION_READ'),
    ('executive', 'OBLIGATION_READ'),
    ('auditor', 'OBLIGATION_READ')
  ) AS r(role, permissions)
 CROSS JOIN LATERAL regexp_split_to_table(r.permissions, ' ') AS p(permission);
