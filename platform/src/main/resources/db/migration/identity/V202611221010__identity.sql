-- People, roles, sessions and tokens.
CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA identity GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA identity GRANT USAGE ON SEQUENCES TO ward_app;

CREATE TABLE identity.role (
    name  text PRIMARY KEY,
    title text NOT NULL,
    place integer NOT NULL UNIQUE
);
CREATE TABLE identity.role_permission (
    role       text NOT NULL REFERENCES identity.role,
    permission text NOT NULL,
    PRIMARY KEY (role, permission)
);
INSERT INTO identity.role (name, title, place) VALUES
    ('administrator', 'Administrator', 1),
    ('product-security', 'Product security', 2),
    ('clinical-safety', 'Clinical safety', 3),
    ('quality-regulatory', 'Quality and regulatory', 4),
    ('field-service', 'Field service', 5),
    ('auditor', 'Auditor', 6);
INSERT INTO identity.role_permission (role, permission)
SELECT r.role, p.permission
  FROM (VALUES
    ('administrator', 'PRODUCT_READ PRODUCT_WRITE SBOM_READ SBOM_WRITE FINDING_READ FINDING_WRITE FINDING_EXPORT '
                   || 'SOURCE_READ SOURCE_IMPORT JOB_READ AUDIT_READ ACCOUNT_READ ACCOUNT_WRITE TOKEN_WRITE'),
    ('product-security', 'PRODUCT_READ PRODUCT_WRITE SBOM_READ SBOM_WRITE FINDING_READ FINDING_WRITE FINDING_EXPORT '
                      || 'SOURCE_READ SOURCE_IMPORT JOB_READ TOKEN_WRITE'),
    ('clinical-safety', 'PRODUCT_READ SBOM_READ FINDING_READ FINDING_WRITE FINDING_EXPORT SOURCE_READ JOB_READ'),
    ('quality-regulatory', 'PRODUCT_READ SBOM_READ FINDING_READ FINDING_WRITE FINDING_EXPORT SOURCE_READ JOB_READ '
                        || 'AUDIT_READ'),
    ('field-service', 'PRODUCT_READ SBOM_READ FINDING_READ JOB_READ'),
    ('auditor', 'PRODUCT_READ SBOM_READ FINDING_READ FINDING_EXPORT SOURCE_READ JOB_READ AUDIT_READ ACCOUNT_READ')
  ) AS r(role, permissions)
 CROSS JOIN LATERAL regexp_split_to_table(r.permissions, ' ') AS p(permission);
REVOKE INSERT, UPDATE, DELETE ON identity.role, identity.role_permission FROM ward_app;

-- password: Argon2id in its text form; null until the person has chosen one.
CREATE TABLE identity.account (
    id          uuid PRIMARY KEY,
    email       text NOT NULL,
    name        text NOT NULL,
    role        text NOT NULL REFERENCES identity.role,
    password    text,
    created_at  timestamptz NOT NULL,
    disabled_at timestamptz
);
CREATE UNIQUE INDEX account_email ON identity.account (lower(email));

-- One-time links, by the SHA-256 of their code. Without an account: the link that sets Ward up.
CREATE TABLE identity.invitation (
    code       bytea PRIMARY KEY,
    account_id uuid REFERENCES identity.account,
    expires_at timestamptz NOT NULL
);

-- token: SHA-256 of what the cookie holds.
CREATE TABLE identity.session (
    token      bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES identity.account,
    started_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX session_account ON identity.session (account_id);
CREATE INDEX session_expiry ON identity.session (expires_at);

-- secret: SHA-256 of what was shown once. permissions: null for all that the role has.
CREATE TABLE identity.token (
    id          uuid PRIMARY KEY,
    name        text NOT NULL,
    secret      bytea NOT NULL UNIQUE,
    role        text NOT NULL REFERENCES identity.role,
    permissions text[],
    created_by  text NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz,
    revoked_at  timestamptz,
    used_at     timestamptz
);
CREATE INDEX token_created ON identity.token (created_at DESC, id);

-- Sign-ins that were tried, per account and per address; key: SHA-256, so that no address is kept.
CREATE TABLE identity.attempt (
    key   bytea PRIMARY KEY,
    since timestamptz NOT NULL,
    count integer NOT NULL
);
CREATE INDEX attempt_since ON identity.attempt (since);
