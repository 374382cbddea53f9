-- What was decided elsewhere before Ward was used, as the manufacturer's own tables say it: migrated, not decided here.

-- One file. state: received, then checked as often as a person likes, then applied; what was refused is tried again by applying
-- it once more. Counts are those of the last check or application.
CREATE TABLE assessment.past_import (
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
CREATE INDEX past_import_newest ON assessment.past_import (received_at DESC, id DESC);

-- What is said of rows. Every refused row is here; of warnings of one rule, the first ones.
CREATE TABLE assessment.past_note (
    import_id uuid NOT NULL REFERENCES assessment.past_import,
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

-- What a row says of a vulnerability in a release. A corrected row is a further version; none is ever changed. component: as the
-- row names it; empty when it names none. status, justification, exploitability, harm and verdict are our words for what stands
-- there. gravity: by which the work list is ordered, what is not said counting as the worst. digest: of all that the row says.
CREATE TABLE assessment.past_decision (
    number         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id             uuid PRIMARY KEY,
    release_id     uuid NOT NULL,
    product_id     uuid NOT NULL,
    vulnerability  text COLLATE "C" NOT NULL,
    component      text COLLATE "C" NOT NULL,
    version        integer NOT NULL CHECK (version > 0),
    status         text NOT NULL CHECK (status IN ('affected', 'not-affected', 'fixed', 'under-investigation')),
    justification  text,
    cvss           text,
    exploitability text,
    harm           text,
    verdict        text,
    decision       text,
    decided_by     text,
    decided_on     date,
    reference      text,
    notes          text,
    gravity        smallint NOT NULL,
    digest         bytea NOT NULL,
    import_id      uuid NOT NULL REFERENCES assessment.past_import,
    line           bigint NOT NULL,
    imported_at    timestamptz NOT NULL,
    UNIQUE (release_id, vulnerability, component, version)
);
CREATE INDEX past_decision_vulnerability ON assessment.past_decision (vulnerability);
CREATE INDEX past_decision_import ON assessment.past_decision (import_id);
REVOKE UPDATE, DELETE ON assessment.past_decision FROM ward_app;

-- Which version is the newest.
CREATE TABLE assessment.past_current (
    release_id    uuid NOT NULL,
    vulnerability text COLLATE "C" NOT NULL,
    component     text COLLATE "C" NOT NULL,
    decision_id   uuid NOT NULL REFERENCES assessment.past_decision,
    PRIMARY KEY (release_id, vulnerability, component)
);
CREATE UNIQUE INDEX past_current_decision ON assessment.past_current (decision_id);
REVOKE DELETE ON assessment.past_current FROM ward_app;

-- The rows of the one import that is worked on. They are not logged: after a crash the job begins again.
CREATE UNLOGGED TABLE assessment.past_staged (
    number         bigint NOT NULL,
    line           bigint NOT NULL,
    product        text COLLATE "C" NOT NULL,
    model          text COLLATE "C",
    release        text COLLATE "C" NOT NULL,
    vulnerability  text COLLATE "C" NOT NULL,
    component      text COLLATE "C" NOT NULL,
    status         text COLLATE "C" NOT NULL,
    justification  text,
    cvss           text,
    exploitability text,
    harm           text,
    verdict        text,
    decision       text,
    decided_by     text,
    decided_on     date,
    reference      text,
    notes          text,
    gravity        smallint NOT NULL,
    digest         bytea NOT NULL
);

-- What is to be done with them. work: new, changed, unchanged, repeated, older, or the rule that refuses the row.
CREATE UNLOGGED TABLE assessment.past_work (
    number        bigint NOT NULL,
    work          text COLLATE "C" NOT NULL,
    release_id    uuid,
    product_id    uuid,
    vulnerability text COLLATE "C" NOT NULL,
    version       integer
);
CREATE INDEX past_staged_number ON assessment.past_staged (number);
CREATE INDEX past_work_work ON assessment.past_work (work);
GRANT TRUNCATE ON assessment.past_staged, assessment.past_work TO ward_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA assessment TO ward_app;

-- Only their owner may look how large tables have become.
CREATE FUNCTION assessment.analyze_past() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    ANALYZE assessment.past_staged;
$$;
REVOKE EXECUTE ON FUNCTION assessment.analyze_past() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION assessment.analyze_past() TO ward_app;
