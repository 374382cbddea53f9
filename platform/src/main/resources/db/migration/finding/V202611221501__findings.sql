-- Which statements of which records hit which components, and the findings that follow for releases.
CREATE SCHEMA finding;
GRANT USAGE ON SCHEMA finding TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA finding GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA finding GRANT USAGE ON SEQUENCES TO ward_app;

-- A UUID of version 7 (RFC 9562): PostgreSQL has one of its own only from 18 on.
CREATE FUNCTION finding.new_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(
        set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
                    PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
                    FROM 1 FOR 6),
            52, 1), 53, 1),
        'hex')::uuid
$$;

-- How far matching has read what advisory and sbom say.
CREATE TABLE finding.mark (
    name   text PRIMARY KEY,
    value  bigint NOT NULL,
    within bigint NOT NULL
);
INSERT INTO finding.mark VALUES ('advisory', 0, 0), ('sbom', 0, 0);

CREATE TABLE finding.change_set (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at     timestamptz NOT NULL,
    cause  text NOT NULL,
    opened bigint NOT NULL DEFAULT 0,
    closed bigint NOT NULL DEFAULT 0,
    digest text
);

-- Components that every live statement has been compared with; a component is compared once, however many releases
-- hold it.
CREATE TABLE finding.matched_component (
    component_id bigint PRIMARY KEY
);

-- A statement that hits a component. release_id says for which release, where the rest of the device decides.
CREATE TABLE finding.match (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    component_id     bigint NOT NULL,
    record_id        bigint NOT NULL,
    statement        int NOT NULL,
    release_id       uuid,
    vulnerability_id uuid NOT NULL,
    kind             smallint NOT NULL,
    confidence       smallint NOT NULL,
    range            text NOT NULL,
    version          text NOT NULL,
    why              text NOT NULL,
    first_seen       timestamptz NOT NULL,
    last_seen        timestamptz NOT NULL,
    ended_at         timestamptz,
    UNIQUE NULLS NOT DISTINCT (component_id, record_id, statement, release_id)
);
CREATE INDEX match_record ON finding.match (record_id);
CREATE INDEX match_vulnerability ON finding.match (vulnerability_id) WHERE ended_at IS NULL;
CREATE INDEX match_release ON finding.match (release_id) WHERE release_id IS NOT NULL;

-- Pairs whose answer depends on the device, kept so that a new SBOM asks only these again.
CREATE TABLE finding.device_statement (
    component_id bigint NOT NULL,
    record_id    bigint NOT NULL,
    statement    int NOT NULL,
    PRIMARY KEY (component_id, record_id, statement)
);
CREATE INDEX device_statement_record ON finding.device_statement (record_id);

CREATE TABLE finding.finding (
    id               uuid PRIMARY KEY DEFAULT finding.new_id(),
    release_id       uuid NOT NULL,
    component_id     bigint NOT NULL,
    vulnerability_id uuid NOT NULL,
    state            text NOT NULL CHECK (state IN ('open', 'candidate', 'source-withdrawn', 'closed')),
    kind             smallint NOT NULL,
    confidence       smallint NOT NULL,
    opened_at        timestamptz NOT NULL,
    closed_at        timestamptz,
    closed_because   text,
    change_set       bigint NOT NULL,
    UNIQUE (release_id, component_id, vulnerability_id),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL))
);
CREATE INDEX finding_pair ON finding.finding (component_id, vulnerability_id);
CREATE INDEX finding_vulnerability ON finding.finding (vulnerability_id);
CREATE INDEX finding_change_set ON finding.finding (change_set);

CREATE TABLE finding.history (
    finding_id uuid NOT NULL REFERENCES finding.finding (id),
    change_set bigint NOT NULL REFERENCES finding.change_set (number),
    state      text NOT NULL,
    PRIMARY KEY (finding_id, change_set)
);
CREATE INDEX history_change_set ON finding.history (change_set);

-- What a person wrote at a finding. A finding with a note is never closed by a machine when its sources fall silent.
CREATE TABLE finding.note (
    id          uuid PRIMARY KEY,
    finding_id  uuid NOT NULL REFERENCES finding.finding (id),
    at          timestamptz NOT NULL,
    author_id   text NOT NULL,
    author_name text NOT NULL,
    body        text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000)
);
CREATE INDEX note_finding ON finding.note (finding_id, at);

CREATE VIEW finding.published_finding AS
    SELECT id AS finding_id, release_id, component_id, vulnerability_id, state, kind, confidence, opened_at, closed_at
      FROM finding.finding;
