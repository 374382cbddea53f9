-- One-time codes by time (RFC 6238). seed: encrypted, with a key that is not in the database. confirmed_at: null until the
-- person has shown a first code. last_step: the step of time whose code was taken last; none is taken twice.
CREATE TABLE identity.code_generator (
    account_id   uuid PRIMARY KEY REFERENCES identity.account,
    seed         bytea NOT NULL,
    begun_at     timestamptz NOT NULL,
    confirmed_at timestamptz,
    last_step    bigint NOT NULL DEFAULT 0
);

-- For who has lost the generator: each works once. code: SHA-256 of 120 bits of chance.
CREATE TABLE identity.recovery_code (
    account_id uuid NOT NULL REFERENCES identity.account,
    code       bytea NOT NULL,
    PRIMARY KEY (account_id, code)
);

-- The roles whose people do not come in with a password alone.
CREATE TABLE identity.second_factor_rule (
    role text PRIMARY KEY REFERENCES identity.role
);

-- Whose password was right, and who has still to show a code. token: SHA-256 of what the cookie holds.
CREATE TABLE identity.pending_sign_in (
    token         bytea PRIMARY KEY,
    account_id    uuid NOT NULL REFERENCES identity.account,
    failed_before integer NOT NULL,
    expires_at    timestamptz NOT NULL
);
CREATE INDEX pending_sign_in_expiry ON identity.pending_sign_in (expires_at);
