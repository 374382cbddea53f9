-- Reports to authorities, and records of what was not reported. Nothing is ever changed: what is said anew is a further row.
CREATE SCHEMA report;
GRANT USAGE ON SCHEMA report TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA report GRANT SELECT, INSERT ON TABLES TO ward_app;

-- Who reports: the manufacturer's particulars, in versions; the last holds. sequence_before: the number of the last report of a
-- correction or removal that was made before Ward counted them.
CREATE TABLE report.manufacturer (
    version             integer PRIMARY KEY CHECK (version > 0),
    registration        text CHECK (registration ~ '^[0-9]{7}([0-9]{3})?$'),
    never_registered    boolean NOT NULL,
    name                text CHECK (name <> ''),
    address             text CHECK (address <> ''),
    phone               text CHECK (phone <> ''),
    contact_name        text CHECK (contact_name <> ''),
    contact_title       text CHECK (contact_title <> ''),
    contact_address     text CHECK (contact_address <> ''),
    contact_phone       text CHECK (contact_phone <> ''),
    sequence_before     integer NOT NULL CHECK (sequence_before BETWEEN 0 AND 999),
    entered_at          timestamptz NOT NULL,
    entered_by          text NOT NULL,
    enterer_name        text NOT NULL,
    CHECK (NOT never_registered OR registration IS NULL)
);

-- Which sequence number the report of a case has, and whether it is of a correction (C) or a removal (R); the last row of a case
-- says which. A sequence number is given once.
CREATE TABLE report.designation (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id      uuid NOT NULL REFERENCES handling.vulnerability_case,
    type         text NOT NULL CHECK (type IN ('C', 'R')),
    sequence     integer NOT NULL CHECK (sequence BETWEEN 1 AND 999),
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL
);
CREATE INDEX designation_case ON report.designation (case_id, number DESC);
CREATE INDEX designation_sequence ON report.designation (sequence DESC);

-- What a person says of an item that Ward does not know, or by when it will be known; the last row of an item counts. lacked: what
-- was missing when it was said; null when nothing was.
CREATE TABLE report.answer (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id      uuid NOT NULL REFERENCES handling.vulnerability_case,
    kind         text NOT NULL CHECK (kind <> ''),
    item         text NOT NULL CHECK (item <> ''),
    text         text NOT NULL CHECK (text <> ''),
    promised_on  date,
    lacked       text CHECK (lacked <> ''),
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL,
    CHECK (promised_on IS NULL OR lacked IS NOT NULL)
);
CREATE INDEX answer_case ON report.answer (case_id, kind, item, number DESC);

-- A draft as it was kept and signed. content: JSON as it was signed, with its SHA-256. consignees_sha256: the whole list of
-- consignees, a document.
CREATE TABLE report.kept (
    id                uuid PRIMARY KEY,
    case_id           uuid NOT NULL REFERENCES handling.vulnerability_case,
    kind              text NOT NULL CHECK (kind <> ''),
    version           integer NOT NULL CHECK (version > 0),
    report_number     text CHECK (report_number <> ''),
    content           text NOT NULL,
    sha256            text NOT NULL CHECK (length(sha256) = 64),
    consignees_sha256 text REFERENCES document.document,
    missing           integer NOT NULL CHECK (missing >= 0),
    kept_at           timestamptz NOT NULL,
    kept_by           text NOT NULL,
    keeper_name       text NOT NULL,
    UNIQUE (case_id, kind, version)
);

-- That a kept draft went to its authority. evidence_id: the fact of the case that says so; null when no clock asks for it.
CREATE TABLE report.submission (
    kept_id      uuid PRIMARY KEY REFERENCES report.kept,
    moment       text NOT NULL CHECK (moment <> ''),
    receipt      text NOT NULL CHECK (receipt <> ''),
    file_id      uuid,
    file_name    text,
    file_sha256  text,
    evidence_id  uuid,
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL,
    CHECK ((file_id IS NULL) = (file_name IS NULL) AND (file_id IS NULL) = (file_sha256 IS NULL))
);
