-- Counsel alone writes and reads privileged notes. Not even an administrator does.
INSERT INTO identity.role_permission (role, permission) VALUES ('counsel', 'PRIVILEGED_NOTE');
