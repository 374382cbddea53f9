-- Counsel and the privacy officer hold records for the law; the privacy officer signs what is taken out of them. Not even an
-- administrator does either.
INSERT INTO identity.role_permission (role, permission)
VALUES ('counsel', 'LEGAL_HOLD'), ('privacy-officer', 'LEGAL_HOLD'), ('privacy-officer', 'PURGE_SIGN');
