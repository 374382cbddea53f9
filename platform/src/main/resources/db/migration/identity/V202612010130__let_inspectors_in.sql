-- An inspector of an authority: sees what an inspection lays before them, and nothing else. Quality, regulatory or an
-- administrator opens one.
INSERT INTO identity.role (name, title, place) VALUES ('inspector', 'Inspector', 65);
INSERT INTO identity.role_permission (role, permission)
VALUES ('inspector', 'INSPECTION_READ'), ('administrator', 'INSPECTION_OPEN'), ('quality-regulatory', 'INSPECTION_OPEN'),
       ('regulatory-head', 'INSPECTION_OPEN');
