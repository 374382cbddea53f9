-- People from outside of the manufacturer. outside: the role is for them, and for them alone.
ALTER TABLE identity.role ADD COLUMN outside boolean NOT NULL DEFAULT false;
ALTER TABLE identity.role ADD UNIQUE (name, outside);
INSERT INTO identity.role (name, title, place, outside) VALUES ('hospital', 'Hospital', 7, true);
INSERT INTO identity.role_permission (role, permission)
SELECT r.role, p.permission
  FROM (VALUES
    ('administrator', 'PORTAL_DECIDE PORTAL_INVITE'),
    ('product-security', 'PORTAL_DECIDE'),
    ('field-service', 'PORTAL_DECIDE PORTAL_INVITE'),
    ('hospital', 'PORTAL_READ PORTAL_CLAIM TOKEN_WRITE')
  ) AS r(role, permissions)
 CROSS JOIN LATERAL regexp_split_to_table(r.permissions, ' ') AS p(permission);

-- organisation_id: whose person it is; null for the manufacturer's own. What the number means, this module does not know.
-- The two foreign keys hold that exactly the accounts with an organisation have a role for people from outside, and that a
-- token has the side of its owner.
ALTER TABLE identity.account
    ADD COLUMN organisation_id uuid,
    ADD COLUMN outside boolean NOT NULL GENERATED ALWAYS AS (organisation_id IS NOT NULL) STORED,
    ADD FOREIGN KEY (role, outside) REFERENCES identity.role (name, outside),
    ADD UNIQUE (id, outside);
CREATE INDEX account_organisation ON identity.account (organisation_id) WHERE organisation_id IS NOT NULL;
ALTER TABLE identity.token
    ADD COLUMN outside boolean NOT NULL DEFAULT false,
    ADD FOREIGN KEY (role, outside) REFERENCES identity.role (name, outside),
    ADD FOREIGN KEY (account_id, outside) REFERENCES identity.account (id, outside),
    ADD CHECK (NOT outside OR account_id IS NOT NULL);

-- An account stays with its organisation.
REVOKE UPDATE ON identity.account FROM ward_app;
GRANT UPDATE (email, name, role, password, disabled_at) ON identity.account TO ward_app;

-- In which organisation's name the transaction at hand reads and writes; null when in nobody's. Policies of row-level
-- security ask it: where nothing is set, no row is seen.
CREATE FUNCTION identity.present_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('ward.organisation', true), '')::uuid;
GRANT USAGE ON SCHEMA identity TO ward_portal;
