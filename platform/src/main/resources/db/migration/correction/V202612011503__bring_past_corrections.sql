-- What was decided of corrections and removals before Ward was used, as the manufacturer's own tables say it: migrated, not decided here.

-- One file. state: received, then checked as often as a person likes, then applied; what was refused is tried again by applying
-- it once more. Counts are those of the last check or application.
CREATE TABLE correction.past_import (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    content_type text NOT NULL,
    sha256       text NOT NULL,
    size         bigint NOT NULL,
    actor_kind   text NOT NULL,
    actor_id     text NOT NULL,
    actor_name   text NOT NULL,
    received_at  timestamptz NOT NULL,
    state        text NOT NULL CHECK (state IN ('received', 'checking', 'checked', 'applying', 'applied', 'failed')),
    form         jsonb,
    mapping      jsonb,
    job_id       uuid,
    problem      text,
    ended_at     timestamptz,
    read         bigint NOT NULL DEFAULT 0,
    created      bigint NOT NULL DEFAULT 0,
    changed      bigint NOT NULL DEFAULT 0,
    unchanged    bigint NOT NULL DEFAULT 0,
    older        bigint NOT NULL DEFAULT 0,
    refused      bigint NOT NULL DEFAULT 0,
    warned       bigint NOT NULL DEFAULT 0
);
CREATE INDEX past_import_newest ON correction.past_import (received_at DESC, id DESC);
CREATE INDEX past_import_sha256 ON correction.past_import (sha256);

-- What is said of rows. Every refused row is here; of warnings of one rule, the first ones.
CREATE TABLE correction.past_note (
    import_id uuid NOT NULL REFERENCES correction.past_import,
    refused   boolean NOT NULL,
    line      bigint NOT NULL,
    number    bigint GENERATED ALWAYS AS IDENTITY,
    rule      text NOT NULL,
    field     text NOT NULL,
    heading   text NOT NULL,
    value     text NOT NULL,
    reason    text NOT NULL,
    PRIMARY KEY (import_id, refused, line, number)
);

-- What a row says of a correction or removal of a product on a day. A corrected row is a further version; none is ever changed.
-- done: the SHA-256 of what was done, in small letters. digest: of all that the row says.
CREATE TABLE correction.past_correction (
    number        bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id            uuid PRIMARY KEY,
    product_id    uuid NOT NULL,
    decided_on    date NOT NULL,
    what          text NOT NULL CHECK (what <> ''),
    done          bytea NOT NULL,
    version       integer NOT NULL CHECK (version > 0),
    reported      text NOT NULL CHECK (reported IN ('yes', 'no')),
    report_number text,
    justification text,
    decided_by    text,
    reference     text,
    digest        bytea NOT NULL,
    import_id     uuid NOT NULL REFERENCES correction.past_import,
    line          bigint NOT NULL,
    imported_at   timestamptz NOT NULL,
    UNIQUE (product_id, decided_on, done, version)
);
CREATE INDEX past_correction_import ON correction.past_correction (import_id);
CREATE INDEX past_correction_newest ON correction.past_correction (decided_on DESC, number DESC);

-- Which version is the newest.
CREATE TABLE correction.past_current (
    product_id    uuid NOT NULL,
    decided_on    date NOT NULL,
    done          bytea NOT NULL,
    correction_id uuid NOT NULL REFERENCES correction.past_correction,
    PRIMARY KEY (product_id, decided_on, done)
);
CREATE UNIQUE INDEX past_current_correction ON correction.past_current (correction_id);

-- The rows of the one import that is worked on. They are not logged: after a crash the job begins again. reported: empty in a row
-- that is refused, of which it is only asked what else is wrong with it.
CREATE UNLOGGED TABLE correction.past_staged (
    number        bigint NOT NULL,
    line          bigint NOT NULL,
    product       text COLLATE "C" NOT NULL,
    decided_on    date,
    what          text COLLATE "C" NOT NULL,
    reported      text COLLATE "C" NOT NULL,
    report_number text,
    justification text,
    decided_by    text,
    reference     text,
    digest        bytea NOT NULL
);

-- What is to be done with them. work: new, changed, unchanged, repeated, older, or the rule that refuses the row.
CREATE UNLOGGED TABLE correction.past_work (
    number     bigint NOT NULL,
    work       text COLLATE "C" NOT NULL,
    product_id uuid,
    version    integer
);
CREATE INDEX past_staged_number ON correction.past_staged (number);
CREATE INDEX past_work_work ON correction.past_work (work);
GRANT UPDATE ON correction.past_import, correction.past_current TO ward_app;
GRANT DELETE ON correction.past_note TO ward_app;
GRANT TRUNCATE ON correction.past_staged, correction.past_work TO ward_app;

-- Only their owner may look how large tables have become.
CREATE FUNCTION correction.analyze_past() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    ANALYZE correction.past_staged;
$$;
REVOKE EXECUTE ON FUNCTION correction.analyze_past() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION correction.analyze_past() TO ward_app;
