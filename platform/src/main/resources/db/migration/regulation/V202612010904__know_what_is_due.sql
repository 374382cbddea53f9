-- What is due to whom by when, and the dated facts from which it follows. Entries are never changed: what was wrong is withdrawn or
-- followed by another. A moment is kept as it was written: an instant, a local time, or a day.
CREATE SCHEMA regulation;
GRANT USAGE ON SCHEMA regulation TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA regulation GRANT SELECT, INSERT ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA regulation GRANT USAGE ON SEQUENCES TO ward_app;

-- In which zone the days of a case begin and end, and whether its products are medical devices; the last entry holds.
-- product_kind: null when nobody has said.
CREATE TABLE regulation.setting (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id      uuid NOT NULL REFERENCES handling.vulnerability_case,
    zone         text NOT NULL CHECK (zone <> ''),
    product_kind text CHECK (product_kind IN ('device', 'non-device')),
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL
);
CREATE INDEX setting_case ON regulation.setting (case_id, number DESC);

-- That somebody declared to have learned of something under a regime. later: whether it is later than what ruled when it was
-- entered; it rules from when somebody else has signed it too, and then in place of all that were entered before.
CREATE TABLE regulation.awareness (
    id           uuid PRIMARY KEY,
    number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    case_id      uuid NOT NULL REFERENCES handling.vulnerability_case,
    regime       text NOT NULL CHECK (regime <> ''),
    moment       text NOT NULL CHECK (moment <> ''),
    rests_on     text NOT NULL CHECK (rests_on <> ''),
    later        boolean NOT NULL,
    reason       text CHECK (reason <> ''),
    entered_at   timestamptz NOT NULL,
    entered_by   uuid NOT NULL,
    enterer_name text NOT NULL,
    confirmed_at timestamptz,
    confirmed_by uuid CHECK (confirmed_by <> entered_by),
    confirmer_name text,
    CHECK (later = (reason IS NOT NULL)),
    CHECK (later OR confirmed_at IS NULL),
    CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL) AND (confirmed_at IS NULL) = (confirmer_name IS NULL))
);
CREATE INDEX awareness_case ON regulation.awareness (case_id, number);
GRANT UPDATE (confirmed_at, confirmed_by, confirmer_name) ON regulation.awareness TO ward_app;

-- What was done and can be shown. type: of the vocabulary of the sets of rules, or `initiated`. moment: null when nobody knows
-- it. recipient: to whom it was reported. file: of the case. origin: entered by a person, or recorded by Ward itself.
CREATE TABLE regulation.evidence (
    id           uuid PRIMARY KEY,
    number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    case_id      uuid NOT NULL REFERENCES handling.vulnerability_case,
    type         text NOT NULL CHECK (type <> ''),
    recipient    text CHECK (recipient <> ''),
    moment       text CHECK (moment <> ''),
    note         text NOT NULL CHECK (note <> ''),
    file_id      uuid,
    file_name    text,
    file_sha256  text,
    origin       text NOT NULL CHECK (origin IN ('entered', 'recorded')),
    source       text,
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawer_name text,
    withdrawn_because text,
    CHECK ((type = 'reported') = (recipient IS NOT NULL)),
    CHECK ((file_id IS NULL) = (file_name IS NULL) AND (file_id IS NULL) = (file_sha256 IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX evidence_case ON regulation.evidence (case_id, number);
CREATE UNIQUE INDEX evidence_source ON regulation.evidence (case_id, type, source) WHERE source IS NOT NULL;
GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawer_name, withdrawn_because) ON regulation.evidence TO ward_app;

-- Whether malicious use is known, and since when; the last entry holds, but for what CISA's catalogue says.
CREATE TABLE regulation.exploitation (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id      uuid NOT NULL REFERENCES handling.vulnerability_case,
    state        text NOT NULL CHECK (state IN ('none', 'suspected', 'active', 'unknown')),
    moment       text CHECK (moment <> ''),
    rests_on     text NOT NULL CHECK (rests_on <> ''),
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL
);
CREATE INDEX exploitation_case ON regulation.exploitation (case_id, number DESC);

-- Deaths, injuries, malfunctions. aware_moment: when it became known; null when nobody wrote it down.
CREATE TABLE regulation.adverse_event (
    id           uuid PRIMARY KEY,
    number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    case_id      uuid NOT NULL REFERENCES handling.vulnerability_case,
    kind         text NOT NULL CHECK (kind <> ''),
    happened_on  date,
    aware_moment text CHECK (aware_moment <> ''),
    description  text NOT NULL CHECK (description <> ''),
    devices      text[] NOT NULL,
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL
);
CREATE INDEX adverse_event_case ON regulation.adverse_event (case_id, number);

-- The numbers under which an event was reported, `1234567-2026-00001`.
CREATE TABLE regulation.event_report (
    event_id     uuid NOT NULL REFERENCES regulation.adverse_event,
    authority    text NOT NULL CHECK (authority <> ''),
    report       text NOT NULL CHECK (report <> ''),
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL,
    PRIMARY KEY (event_id, authority, report)
);

-- What clinical safety says of whether the vulnerability contributed to an event; each version is signed. A version that is milder
-- than one before counts from when regulatory affairs has signed it too.
CREATE TABLE regulation.association (
    id           uuid PRIMARY KEY,
    event_id     uuid NOT NULL REFERENCES regulation.adverse_event,
    version      integer NOT NULL CHECK (version > 0),
    association  text NOT NULL CHECK (association IN ('associated', 'suspected', 'ruled-out')),
    reason       text NOT NULL CHECK (reason <> ''),
    milder       boolean NOT NULL,
    signed_at    timestamptz NOT NULL,
    signed_by    uuid NOT NULL,
    signer_name  text NOT NULL,
    confirmed_at timestamptz,
    confirmed_by uuid CHECK (confirmed_by <> signed_by),
    confirmer_name text,
    UNIQUE (event_id, version),
    CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL))
);
GRANT UPDATE (confirmed_at, confirmed_by, confirmer_name) ON regulation.association TO ward_app;

-- ISAOs of which the manufacturer is a member, with the first and last day; until_day is null while it goes on.
CREATE TABLE regulation.isao (
    id   uuid PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name <> '')
);
CREATE TABLE regulation.isao_period (
    id           uuid PRIMARY KEY,
    number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    isao_id      uuid NOT NULL REFERENCES regulation.isao,
    -- 1 to 4: the four criteria of active participation, the first of which is the membership itself.
    criterion    smallint NOT NULL CHECK (criterion BETWEEN 1 AND 4),
    from_day     date NOT NULL,
    until_day    date CHECK (until_day >= from_day),
    evidence     text NOT NULL CHECK (evidence <> ''),
    document_sha256 text REFERENCES document.document,
    document_name   text,
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawer_name text,
    withdrawn_because text,
    CHECK ((document_sha256 IS NULL) = (document_name IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL))
);
CREATE INDEX isao_period_isao ON regulation.isao_period (isao_id, criterion, from_day);
GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawer_name, withdrawn_because) ON regulation.isao_period TO ward_app;

-- When a case was looked at last, and when time alone may change what is due. digest: over what was found.
CREATE TABLE regulation.evaluation (
    case_id      uuid PRIMARY KEY REFERENCES handling.vulnerability_case,
    evaluated_at timestamptz NOT NULL,
    next_at      timestamptz,
    digest       text NOT NULL
);
CREATE INDEX evaluation_next ON regulation.evaluation (next_at) WHERE next_at IS NOT NULL;
GRANT UPDATE ON regulation.evaluation TO ward_app;

-- What each set of rules came to, as it stands. place: of the outcome among the set's, the least grave first.
CREATE TABLE regulation.outcome (
    case_id      uuid NOT NULL REFERENCES handling.vulnerability_case,
    rule_set     text NOT NULL,
    version      text NOT NULL,
    outcome      text NOT NULL,
    outcome_text text NOT NULL,
    place        smallint NOT NULL,
    certain      boolean NOT NULL,
    since        timestamptz NOT NULL,
    PRIMARY KEY (case_id, rule_set)
);
CREATE INDEX outcome_text ON regulation.outcome (rule_set, outcome);
GRANT UPDATE, DELETE ON regulation.outcome TO ward_app;

-- Each time that an outcome became another one: the facts as they were then, from which it can be found again.
CREATE TABLE regulation.judgement (
    number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id  uuid NOT NULL REFERENCES handling.vulnerability_case,
    at       timestamptz NOT NULL,
    facts    text NOT NULL,
    outcomes text NOT NULL
);
CREATE INDEX judgement_case ON regulation.judgement (case_id, number);
