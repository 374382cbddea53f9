-- What was answered of the questions of each authority. An answer is never changed; the newest of a question holds. version: counts all
-- answers of a case, and is the version of the worksheet that is signed.
CREATE TABLE regulation.worksheet_answer (
    case_id      uuid NOT NULL REFERENCES handling.vulnerability_case,
    version      integer NOT NULL CHECK (version > 0),
    question     text NOT NULL CHECK (question <> ''),
    answer       text NOT NULL CHECK (answer IN ('yes', 'no', 'undetermined')),
    reason       text NOT NULL CHECK (reason <> ''),
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL,
    PRIMARY KEY (case_id, version)
);
