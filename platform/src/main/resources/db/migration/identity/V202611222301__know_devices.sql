-- Browsers in which a person has signed in before, by the SHA-256 of their cookie: strangers who guess at the person's
-- password do not keep them out.
CREATE TABLE identity.device (
    token      bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES identity.account,
    seen_at    timestamptz NOT NULL
);
CREATE INDEX device_account ON identity.device (account_id);
CREATE INDEX device_seen ON identity.device (seen_at);
