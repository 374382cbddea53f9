-- A recall of devices for a case. number: within the case.
CREATE TABLE correction.recall (
    id      uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES handling.vulnerability_case,
    number  integer NOT NULL CHECK (number > 0),
    UNIQUE (case_id, number)
);

-- What was entered of a recall. said: a number, a class, words, or weeks, as the kind has it. on_day: when it happened. An entry that
-- another one corrects stays, and counts no more. notified to checks: of a status report.
CREATE TABLE correction.recall_entry (
    id           uuid PRIMARY KEY,
    number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    recall_id    uuid NOT NULL REFERENCES correction.recall,
    kind         text NOT NULL CHECK (kind IN ('number', 'class', 'contact', 'initiated', 'interval', 'status',
                                               'termination-requested', 'terminated')),
    said         text CHECK (said <> ''),
    on_day       date,
    notified     integer CHECK (notified >= 0),
    responding   integer CHECK (responding BETWEEN 0 AND notified),
    corrected    integer CHECK (corrected >= 0),
    returned     integer CHECK (returned >= 0),
    checks       integer CHECK (checks >= 0),
    note         text CHECK (note <> ''),
    corrects     uuid REFERENCES correction.recall_entry,
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL,
    CHECK ((kind IN ('number', 'class', 'contact', 'interval')) = (said IS NOT NULL)),
    CHECK ((kind IN ('initiated', 'status', 'termination-requested', 'terminated')) = (on_day IS NOT NULL)),
    CHECK ((kind = 'status') = (notified IS NOT NULL AND responding IS NOT NULL AND corrected IS NOT NULL
                                AND returned IS NOT NULL))
);
CREATE INDEX recall_entry_recall ON correction.recall_entry (recall_id, number);
CREATE UNIQUE INDEX recall_entry_corrects ON correction.recall_entry (corrects) WHERE corrects IS NOT NULL;
