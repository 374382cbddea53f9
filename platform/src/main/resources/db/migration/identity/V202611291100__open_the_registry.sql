-- Who may do what with lifecycles, essential performance and devices. Nobody approves what belongs to another discipline:
-- not even an administrator approves essential performance or signs a deviation.
INSERT INTO identity.role_permission (role, permission)
SELECT r.role, p.permission
  FROM (VALUES
    ('administrator', 'LIFECYCLE_WRITE PERFORMANCE_WRITE DEVICE_READ DEVICE_WRITE DEVICE_REPORT DEVICE_EXPORT'),
    ('product-security', 'LIFECYCLE_WRITE PERFORMANCE_WRITE DEVICE_READ DEVICE_WRITE DEVICE_REPORT DEVICE_EXPORT'),
    ('clinical-safety', 'PERFORMANCE_WRITE PERFORMANCE_APPROVE DEVICE_READ'),
    ('quality-regulatory', 'LIFECYCLE_WRITE DEVIATION_SIGN DEVICE_READ DEVICE_EXPORT'),
    ('field-service', 'DEVICE_READ DEVICE_WRITE DEVICE_REPORT DEVICE_EXPORT TOKEN_WRITE'),
    ('auditor', 'DEVICE_READ DEVICE_EXPORT')
  ) AS r(role, permissions)
 CROSS JOIN LATERAL regexp_split_to_table(r.permissions, ' ') AS p(permission);
