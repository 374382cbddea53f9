-- Who leads the response, and the head of regulatory affairs, write the rules that decide too.
INSERT INTO identity.role_permission (role, permission) VALUES ('psirt-lead', 'RULE_WRITE'), ('regulatory-head', 'RULE_WRITE');
