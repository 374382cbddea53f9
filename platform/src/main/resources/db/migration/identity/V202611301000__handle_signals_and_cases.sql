-- Who enters and handles signals and cases. What an embargo hides, it hides from every role.
INSERT INTO identity.role_permission (role, permission)
SELECT r.role, p.permission
  FROM (VALUES
    ('administrator', 'SIGNAL_READ SIGNAL_WRITE CASE_READ CASE_WRITE'),
    ('product-security', 'SIGNAL_READ SIGNAL_WRITE CASE_READ CASE_WRITE'),
    ('clinical-safety', 'SIGNAL_READ SIGNAL_WRITE CASE_READ CASE_WRITE'),
    ('quality-regulatory', 'SIGNAL_READ SIGNAL_WRITE CASE_READ CASE_WRITE'),
    ('field-service', 'SIGNAL_READ SIGNAL_WRITE'),
    ('auditor', 'SIGNAL_READ CASE_READ')
  ) AS r(role, permissions)
 CROSS JOIN LATERAL regexp_split_to_table(r.permissions, ' ') AS p(permission);
