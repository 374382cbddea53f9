-- The audit trail: a hash chain that the application can only lengthen.
CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA audit GRANT SELECT, INSERT ON TABLES TO ward_app;

-- hash = SHA-256(seq as 8 bytes, big-endian || previous || body in UTF-8); the first entry's previous is 32 zero bytes.
-- Every other column is read out of the body, so that none can say what the chain does not.
CREATE TABLE audit.entry (
    seq          bigint PRIMARY KEY CHECK (seq > 0),
    previous     bytea NOT NULL CHECK (length(previous) = 32),
    hash         bytea NOT NULL CHECK (length(hash) = 32),
    body         text NOT NULL,
    at           text GENERATED ALWAYS AS (body::jsonb ->> 'at') STORED,
    what         text GENERATED ALWAYS AS (body::jsonb ->> 'what') STORED,
    actor        text GENERATED ALWAYS AS (body::jsonb -> 'actor' ->> 'id') STORED,
    subject_type text GENERATED ALWAYS AS (body::jsonb -> 'subject' ->> 'type') STORED,
    subject_id   text GENERATED ALWAYS AS (body::jsonb -> 'subject' ->> 'id') STORED
);
CREATE INDEX entry_at ON audit.entry (at, seq);
CREATE INDEX entry_actor ON audit.entry (actor, seq);
CREATE INDEX entry_subject ON audit.entry (subject_type, subject_id, seq);
CREATE INDEX entry_what ON audit.entry (what, seq);

-- What a bulk entry was about, row by row: sorted lines, gzipped, in parts. Its digest stands in the entry.
CREATE TABLE audit.manifest (
    sha256     bytea NOT NULL CHECK (length(sha256) = 32),
    part       integer NOT NULL,
    lines      bytea NOT NULL,
    PRIMARY KEY (sha256, part)
);

-- Personal values. The chain holds only the commitment, SHA-256(salt || value in UTF-8).
-- A purged value keeps its row, without salt and value: the tombstone.
CREATE TABLE audit.erasable (
    commitment   bytea PRIMARY KEY CHECK (length(commitment) = 32),
    subject_type text NOT NULL,
    subject_id   text NOT NULL,
    field        text NOT NULL,
    salt         bytea,
    value        text,
    purged_at    timestamptz,
    CHECK ((salt IS NULL) = (value IS NULL) AND (value IS NULL) = (purged_at IS NOT NULL))
);
CREATE INDEX erasable_subject ON audit.erasable (subject_type, subject_id, field);

-- Lengthens the chain. Holds the chain's lock until the transaction ends, so it must be its last statement.
CREATE FUNCTION audit.append(bodies text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last_seq  bigint;
    last_hash bytea;
    next_hash bytea;
    next_body text;
BEGIN
    PERFORM pg_advisory_xact_lock(8246139455200401);
    SELECT e.seq, e.hash INTO last_seq, last_hash FROM audit.entry e ORDER BY e.seq DESC LIMIT 1;
    last_seq := coalesce(last_seq, 0);
    last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
    FOREACH next_body IN ARRAY bodies LOOP
        last_seq := last_seq + 1;
        next_hash := sha256(int8send(last_seq) || last_hash || convert_to(next_body, 'UTF8'));
        INSERT INTO audit.entry (seq, previous, hash, body) VALUES (last_seq, last_hash, next_hash, next_body);
        last_hash := next_hash;
    END LOOP;
    RETURN last_seq;
END
$$;

-- Takes the values of one subject out of the store, and leaves tombstones. Who calls it must record why.
CREATE FUNCTION audit.purge(of_type text, of_id text) RETURNS SETOF bytea
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE audit.erasable SET salt = NULL, value = NULL, purged_at = now()
     WHERE subject_type = of_type AND subject_id = of_id AND value IS NOT NULL
    RETURNING commitment
$$;

REVOKE ALL ON FUNCTION audit.append(text[]), audit.purge(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.append(text[]), audit.purge(text, text) TO ward_app;

-- Published: what the trail's pages and exports read.
CREATE VIEW audit.published_entry AS
    SELECT seq, previous, hash, body, at, what, actor, subject_type, subject_id FROM audit.entry;
CREATE VIEW audit.published_personal_value AS
    SELECT commitment, subject_type, subject_id, field, value, purged_at FROM audit.erasable;
-- Entries are written by audit.append alone: an entry of any other shape would break the chain for good.
REVOKE INSERT ON audit.entry FROM ward_app;
