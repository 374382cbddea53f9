-- Who writes the tables and policies that decide. They come in force by the signatures of security and clinical safety.
INSERT INTO identity.role_permission (role, permission)
VALUES ('administrator', 'RULE_WRITE'), ('product-security', 'RULE_WRITE'), ('clinical-safety', 'RULE_WRITE'),
       ('quality-regulatory', 'RULE_WRITE');
