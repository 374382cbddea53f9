-- What was done to devices in the field: changes and how each was judged, recalls, and decisions of before Ward. Entries are never
-- changed: what was wrong is followed by another, or withdrawn with a reason.
CREATE SCHEMA correction;
GRANT USAGE ON SCHEMA correction TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA correction GRANT SELECT, INSERT ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA correction GRANT USAGE ON SEQUENCES TO ward_app;

-- A change that is planned or was made for a case. number: within the case.
CREATE TABLE correction.change (
    id           uuid PRIMARY KEY,
    case_id      uuid NOT NULL REFERENCES handling.vulnerability_case,
    number       integer NOT NULL CHECK (number > 0),
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawer_name text,
    withdrawn_because text CHECK (withdrawn_because <> ''),
    UNIQUE (case_id, number),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL)
           AND (withdrawn_at IS NULL) = (withdrawer_name IS NULL))
);
GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawer_name, withdrawn_because) ON correction.change TO ward_app;

-- As it was described, each time anew. made: whether it was made on that day; else it is planned for it. compared: with the
-- version before it.
CREATE TABLE correction.description (
    change_id    uuid NOT NULL REFERENCES correction.change,
    version      integer NOT NULL CHECK (version > 0),
    kind         text NOT NULL CHECK (kind IN ('software-update', 'labelling', 'instructions', 'compensating-control')),
    what         text NOT NULL CHECK (what <> ''),
    compared     text NOT NULL CHECK (compared <> ''),
    made         boolean NOT NULL,
    on_day       date NOT NULL,
    release_ids  uuid[] NOT NULL CHECK (cardinality(release_ids) > 0),
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL,
    PRIMARY KEY (change_id, version)
);

-- That somebody for regulatory affairs signed what a change is: a routine update or a reportable correction. answers, basis: as
-- they were signed, as JSON. It stands until ended_at; at most one of a change does.
CREATE TABLE correction.classification (
    id           uuid PRIMARY KEY,
    number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    change_id    uuid NOT NULL REFERENCES correction.change,
    version      integer NOT NULL,
    outcome      text NOT NULL CHECK (outcome IN ('routine', 'reportable')),
    answers      text NOT NULL,
    basis        text NOT NULL,
    annual       text NOT NULL CHECK (annual IN ('yes', 'no', 'unknown')),
    signed_at    timestamptz NOT NULL,
    signed_by    uuid NOT NULL,
    signer_name  text NOT NULL,
    ended_at     timestamptz,
    ended_because text CHECK (ended_because <> ''),
    ended_by_itself boolean,
    FOREIGN KEY (change_id, version) REFERENCES correction.description (change_id, version),
    CHECK ((ended_at IS NULL) = (ended_because IS NULL) AND (ended_at IS NULL) = (ended_by_itself IS NULL))
);
CREATE UNIQUE INDEX classification_standing ON correction.classification (change_id) WHERE ended_at IS NULL;
CREATE INDEX classification_change ON correction.classification (change_id, number);
GRANT UPDATE (ended_at, ended_because, ended_by_itself) ON correction.classification TO ward_app;
