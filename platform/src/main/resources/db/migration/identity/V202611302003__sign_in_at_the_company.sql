-- Whom the company's sign-in (OpenID Connect) knows by which subject. An account is linked by its person or by the link of an
-- invitation, never by an address that a provider tells.
CREATE TABLE identity.company_link (
    issuer     text NOT NULL CHECK (issuer <> ''),
    subject    text NOT NULL CHECK (subject <> ''),
    account_id uuid NOT NULL UNIQUE REFERENCES identity.account,
    linked_at  timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
);

-- Who was sent to the provider, and has not come back. token: SHA-256 of what the browser's cookie holds, from which state,
-- nonce and verifier follow. account_id: null for a sign-in. back_to: the page that follows.
CREATE TABLE identity.company_request (
    token      bytea PRIMARY KEY,
    purpose    text NOT NULL CHECK (purpose IN ('sign-in', 'link', 'invitation', 'sign')),
    account_id uuid REFERENCES identity.account,
    session_id uuid,
    back_to    text NOT NULL,
    begun_at   timestamptz NOT NULL,
    CHECK ((account_id IS NULL) = (purpose = 'sign-in')),
    CHECK ((session_id IS NULL) = (purpose IN ('sign-in', 'invitation')))
);
CREATE INDEX company_request_begun ON identity.company_request (begun_at);

-- When the person of this session was last recognised anew at the provider, for one signature; null when not, or when it was used.
ALTER TABLE identity.session ADD COLUMN confirmed_at timestamptz;

-- What has recognised the person whose code is still to come.
ALTER TABLE identity.pending_sign_in ADD COLUMN recognised_by text NOT NULL DEFAULT 'password';
