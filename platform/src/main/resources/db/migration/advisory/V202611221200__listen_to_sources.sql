-- What the world says of vulnerabilities: records of sources, grouped into vulnerabilities by their aliases.
CREATE SCHEMA advisory;
GRANT USAGE ON SCHEMA advisory TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA advisory GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA advisory GRANT USAGE ON SEQUENCES TO ward_app;

-- The monitoring log: each time that a source was heard.
CREATE TABLE advisory.import (
    import_id  uuid PRIMARY KEY,
    source     text NOT NULL CHECK (source IN ('cve', 'osv', 'nvd', 'kev', 'epss')),
    name       text NOT NULL,
    origin     text NOT NULL CHECK (origin IN ('upload', 'file', 'url')),
    job_id     uuid NOT NULL,
    actor_kind text NOT NULL,
    actor_id   text NOT NULL,
    actor_name text NOT NULL,
    begun_at   timestamptz NOT NULL,
    ended_at   timestamptz,
    outcome    text NOT NULL CHECK (outcome IN ('running', 'completed', 'nothing_new', 'failed')),
    problem    text,
    sha256     text,
    size       bigint,
    told       bigint NOT NULL DEFAULT 0,
    created    bigint NOT NULL DEFAULT 0,
    revised    bigint NOT NULL DEFAULT 0,
    older      bigint NOT NULL DEFAULT 0,
    unread     bigint NOT NULL DEFAULT 0
);

COMMENT ON COLUMN advisory.import.name IS 'What its sender called it: a file''s name, a path, an address.';
COMMENT ON COLUMN advisory.import.told IS 'Records, entries or scores that could be read.';
COMMENT ON COLUMN advisory.import.older IS 'Of those told, how many were modified before what is known already.';

CREATE INDEX import_newest ON advisory.import (source, begun_at DESC);
CREATE INDEX import_document ON advisory.import (source, sha256);

-- What could not be read; the document that it stands in is kept.
CREATE TABLE advisory.unread (
    import_id uuid NOT NULL REFERENCES advisory.import,
    number    integer NOT NULL,
    input     text NOT NULL,
    place     text NOT NULL,
    what      text NOT NULL,
    reason    text NOT NULL,
    lost      boolean NOT NULL,
    PRIMARY KEY (import_id, number)
);

COMMENT ON COLUMN advisory.unread.lost IS 'False when the part was kept, and only marked.';

-- Numbered under a lock that is held until the commit, so that none becomes visible behind a higher one.
CREATE TABLE advisory.change_set (
    change_set bigint PRIMARY KEY,
    at         timestamptz NOT NULL,
    source     text NOT NULL,
    import_id  uuid NOT NULL REFERENCES advisory.import
);

CREATE TABLE advisory.vulnerability (
    vulnerability_id uuid PRIMARY KEY,
    name             text NOT NULL,
    live             boolean NOT NULL,
    merged_into      uuid REFERENCES advisory.vulnerability,
    change_set       bigint NOT NULL,
    aliases          text[] NOT NULL,
    summary          text NOT NULL,
    rating           smallint NOT NULL,
    score            double precision,
    severity_source  text NOT NULL,
    vector           text NOT NULL,
    exploitation     text,
    weaknesses       text[] NOT NULL,
    kev_since        date,
    kev_due          date,
    kev_ransomware   text,
    epss             double precision,
    epss_percentile  double precision
);

COMMENT ON COLUMN advisory.vulnerability.live IS 'Whether any record tells of it still.';
COMMENT ON COLUMN advisory.vulnerability.rating IS 'The gravest that any source gives, 0 unknown to 5 critical.';
CREATE INDEX vulnerability_name ON advisory.vulnerability (name);
CREATE INDEX vulnerability_merged ON advisory.vulnerability (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX vulnerability_change ON advisory.vulnerability (change_set);

-- Every id by which a vulnerability is called.
CREATE TABLE advisory.name (
    name             text PRIMARY KEY,
    vulnerability_id uuid NOT NULL REFERENCES advisory.vulnerability
);

CREATE INDEX name_vulnerability ON advisory.name (vulnerability_id);

CREATE SEQUENCE advisory.record_number;

CREATE TABLE advisory.record (
    record_id        bigint PRIMARY KEY,
    source           text NOT NULL,
    name             text NOT NULL,
    state            text NOT NULL CHECK (state IN ('PUBLISHED', 'WITHDRAWN', 'REJECTED')),
    published        timestamptz,
    modified         timestamptz,
    digest           bytea NOT NULL,
    head             bytea NOT NULL,
    aliases          text[] NOT NULL,
    vulnerability_id uuid REFERENCES advisory.vulnerability,
    change_set       bigint NOT NULL,
    import_id        uuid NOT NULL,
    UNIQUE (source, name)
);

COMMENT ON COLUMN advisory.record.change_set IS 'The one that last changed it or the vulnerability it is told of.';
CREATE INDEX record_name ON advisory.record (name);
CREATE INDEX record_vulnerability ON advisory.record (vulnerability_id);
CREATE INDEX record_change ON advisory.record (change_set);

-- What was said when.
CREATE TABLE advisory.record_revision (
    record_id  bigint NOT NULL,
    change_set bigint NOT NULL,
    at         timestamptz NOT NULL,
    digest     bytea NOT NULL,
    state      text NOT NULL,
    modified   timestamptz,
    import_id  uuid NOT NULL,
    PRIMARY KEY (record_id, change_set)
);

CREATE INDEX record_revision_import ON advisory.record_revision (import_id);

-- The links between the names of live records, from which vulnerabilities are grouped.
CREATE TABLE advisory.alias (
    record_id bigint NOT NULL,
    name      text NOT NULL,
    alias     text NOT NULL,
    apart     boolean NOT NULL,
    PRIMARY KEY (record_id, alias)
);

COMMENT ON COLUMN advisory.alias.apart IS 'Whether the record lists several CVE ids, and so joins nothing.';
CREATE INDEX alias_name ON advisory.alias (name);
CREATE INDEX alias_alias ON advisory.alias (alias);

-- Names that were not joined, for a person to see.
CREATE TABLE advisory.conflict (
    digest     bytea PRIMARY KEY,
    ids        text[] NOT NULL,
    reason     text NOT NULL,
    change_set bigint NOT NULL,
    since      timestamptz NOT NULL
);

CREATE INDEX conflict_first ON advisory.conflict ((ids[1]));

CREATE TABLE advisory.statement (
    record_id bigint NOT NULL,
    number    integer NOT NULL,
    code      bytea NOT NULL,
    PRIMARY KEY (record_id, number)
);

-- Where a live record's statements are found: see dev.ward.standards.match.MatchKeys.
CREATE TABLE advisory.statement_key (
    record_id bigint NOT NULL,
    number    integer NOT NULL,
    use       smallint NOT NULL,
    key       text NOT NULL,
    decision  smallint NOT NULL,
    code      bytea NOT NULL
);

CREATE INDEX statement_key_key ON advisory.statement_key (key, use);
CREATE INDEX statement_key_record ON advisory.statement_key (record_id);

CREATE TABLE advisory.kev (
    cve        text PRIMARY KEY,
    vendor     text NOT NULL,
    product    text NOT NULL,
    name       text NOT NULL,
    added      date NOT NULL,
    due        date,
    ransomware text NOT NULL,
    change_set bigint NOT NULL
);

-- Of each CVE the score of the newest edition, which is a date and the version of a model.
CREATE TABLE advisory.epss (
    cve         text PRIMARY KEY,
    probability double precision NOT NULL,
    percentile  double precision,
    date        text NOT NULL,
    model       text NOT NULL
) WITH (fillfactor = 50);
