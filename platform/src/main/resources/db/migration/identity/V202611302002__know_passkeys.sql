-- Passkeys (W3C Web Authentication). credential_id: as the authenticator names it. credential: the authenticator's model, the
-- credential's id and its public key, as the authenticator sent them. sign_count: of the authenticator, 0 for one that does
-- not count. synced: whether it is, or may be, kept on several devices of the person.
CREATE TABLE identity.passkey (
    id            uuid PRIMARY KEY,
    account_id    uuid NOT NULL REFERENCES identity.account,
    name          text NOT NULL CHECK (name <> ''),
    credential_id bytea NOT NULL UNIQUE,
    credential    bytea NOT NULL,
    sign_count    bigint NOT NULL,
    synced        boolean NOT NULL,
    created_at    timestamptz NOT NULL,
    used_at       timestamptz
);
CREATE INDEX passkey_account ON identity.passkey (account_id, created_at);

-- What an authenticator was asked to sign, by its SHA-256; each for one answer. account_id: null for a sign-in, where nobody
-- knows yet who comes.
CREATE TABLE identity.passkey_challenge (
    challenge  bytea PRIMARY KEY,
    purpose    text NOT NULL CHECK (purpose IN ('register', 'sign-in', 'sign')),
    account_id uuid REFERENCES identity.account,
    expires_at timestamptz NOT NULL,
    CHECK ((account_id IS NULL) = (purpose = 'sign-in'))
);
CREATE INDEX passkey_challenge_expiry ON identity.passkey_challenge (expires_at);
