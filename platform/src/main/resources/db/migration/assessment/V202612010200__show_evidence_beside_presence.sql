-- What others say of a vulnerability in what we build with, and what tools and people found out: shown beside the
-- assessor's answer. None of it decides.

-- A VEX document as it came. sha256: of its bytes. stated_at: when its author last changed it. lost: how many of its
-- parts could not be read.
CREATE TABLE assessment.vex_document (
    number      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id          uuid PRIMARY KEY,
    sha256      text NOT NULL UNIQUE CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size        bigint NOT NULL,
    file_name   text NOT NULL,
    format      text NOT NULL CHECK (format IN ('csaf', 'openvex', 'cyclonedx')),
    document_id text NOT NULL,
    author      text NOT NULL,
    version     text NOT NULL,
    stated_at   timestamptz,
    received_at timestamptz NOT NULL,
    received_by text NOT NULL,
    statements  integer NOT NULL,
    lost        integer NOT NULL
);

-- names: every id by which it calls the vulnerability. purl: of the product, canonical; package: without version and
-- qualifiers. Both are null when the document names the product in words only.
CREATE TABLE assessment.vex_statement (
    document_id   uuid NOT NULL REFERENCES assessment.vex_document,
    number        integer NOT NULL,
    names         text[] NOT NULL CHECK (cardinality(names) > 0),
    product       text NOT NULL,
    purl          text,
    package       text,
    version       text,
    status        text NOT NULL CHECK (status IN ('affected', 'under-investigation', 'fixed', 'not-affected')),
    justification text NOT NULL,
    words         text NOT NULL,
    said_at       timestamptz,
    PRIMARY KEY (document_id, number),
    CHECK ((purl IS NULL) = (package IS NULL)),
    CHECK (package IS NOT NULL OR version IS NULL)
);
CREATE INDEX vex_statement_names ON assessment.vex_statement USING gin (names);

CREATE TABLE assessment.vex_unread (
    document_id uuid NOT NULL REFERENCES assessment.vex_document,
    number      integer NOT NULL,
    pointer     text NOT NULL,
    reason      text NOT NULL,
    lost        boolean NOT NULL,
    PRIMARY KEY (document_id, number)
);

-- Whether the vulnerable code of a component can be reached, as a person or a tool found. release_id: null for every
-- release of the assessment. What is found later stands beside it; nothing is changed.
CREATE TABLE assessment.reachability (
    number        bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id            uuid PRIMARY KEY,
    assessment_id uuid NOT NULL REFERENCES assessment.assessment,
    release_id    uuid REFERENCES product.release,
    component     text NOT NULL CHECK (component <> ''),
    reachable     text NOT NULL CHECK (reachable IN ('yes', 'no', 'unknown')),
    tool          text NOT NULL,
    tool_version  text NOT NULL,
    words         text NOT NULL CHECK (words <> ''),
    said_by       text NOT NULL,
    said_at       timestamptz NOT NULL
);
CREATE INDEX reachability_assessment ON assessment.reachability (assessment_id, number DESC);
CREATE TABLE assessment.reachability_file (
    id              uuid PRIMARY KEY,
    reachability_id uuid NOT NULL REFERENCES assessment.reachability (id),
    name            text NOT NULL,
    sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size            bigint NOT NULL,
    kept_at         timestamptz NOT NULL,
    UNIQUE (reachability_id, sha256)
);
REVOKE UPDATE, DELETE ON assessment.vex_document, assessment.vex_statement, assessment.vex_unread,
    assessment.reachability, assessment.reachability_file FROM ward_app;

-- leans_on: the evidence on which an absence rests, in the words that it had when it was named.
ALTER TABLE assessment.presence ADD COLUMN leans_on jsonb NOT NULL DEFAULT '[]';
ALTER TABLE assessment.presence ADD CHECK (presence = 'absent' OR leans_on = '[]');
