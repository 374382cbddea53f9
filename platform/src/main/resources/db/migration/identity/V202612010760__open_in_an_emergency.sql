-- Who opens an embargoed case in an emergency, who sees that it was done, and who says whether it was justified. Not even an
-- administrator does any of it.
INSERT INTO identity.role_permission (role, permission)
VALUES ('psirt-lead', 'EMERGENCY_OPEN'), ('product-security', 'EMERGENCY_OPEN'), ('clinical-safety', 'EMERGENCY_OPEN'),
       ('auditor', 'EMERGENCY_WATCH'), ('quality-regulatory', 'EMERGENCY_WATCH'),
       ('psirt-lead', 'EMERGENCY_REVIEW'), ('quality-regulatory', 'EMERGENCY_REVIEW');
