-- Electronic signatures (21 CFR Part 11): what was signed, by whom, when, with which meaning. Nothing here changes.
CREATE SCHEMA signature;
GRANT USAGE ON SCHEMA signature TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA signature GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA signature GRANT USAGE ON SEQUENCES TO ward_app;

-- record_type, record_id, record_version, part: what was signed, in the words of the module that keeps it. content: the
-- record as one text; sha256: of its UTF-8. components: with what the signer was recognised. zone: where the signer was.
-- seal: SHA-256 over all of it, so that no signature can be moved to another record.
CREATE TABLE signature.signature (
    number         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id             uuid NOT NULL UNIQUE,
    record_type    text NOT NULL CHECK (record_type <> ''),
    record_id      uuid NOT NULL,
    record_version integer NOT NULL CHECK (record_version > 0),
    part           text NOT NULL CHECK (part <> ''),
    meaning        text NOT NULL CHECK (meaning IN ('authorship', 'review', 'approval', 'responsibility')),
    statement      text NOT NULL CHECK (statement <> ''),
    content        text NOT NULL,
    sha256         text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    signer_id      uuid NOT NULL,
    signer_name    text NOT NULL CHECK (signer_name <> ''),
    signer_role    text NOT NULL CHECK (signer_role <> ''),
    components     text[] NOT NULL CHECK (cardinality(components) > 0),
    session_id     uuid NOT NULL,
    at             timestamptz NOT NULL,
    zone           text NOT NULL CHECK (zone <> ''),
    seal           text NOT NULL CHECK (seal ~ '^[0-9a-f]{64}$')
);
CREATE INDEX signature_record ON signature.signature (record_type, record_id, record_version, number);
CREATE INDEX signature_session ON signature.signature (session_id, at DESC);

-- A signature that no longer stands, as what it signed was changed. It stays, and says why.
CREATE TABLE signature.voided (
    signature_id uuid PRIMARY KEY REFERENCES signature.signature (id),
    at           timestamptz NOT NULL,
    because      text NOT NULL CHECK (because <> ''),
    actor_kind   text NOT NULL,
    actor_id     text NOT NULL,
    actor_name   text NOT NULL
);
REVOKE UPDATE, DELETE ON signature.signature, signature.voided FROM ward_app;
