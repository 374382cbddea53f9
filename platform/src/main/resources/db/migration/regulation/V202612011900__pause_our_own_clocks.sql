-- That one of our own clocks stands still in a case, from when, and why. An entry is never changed; a second one ends it.
CREATE TABLE regulation.pause (
    id           uuid PRIMARY KEY,
    number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    case_id      uuid NOT NULL REFERENCES handling.vulnerability_case,
    clock        text NOT NULL CHECK (clock <> ''),
    moment       text NOT NULL CHECK (moment <> ''),
    reason       text NOT NULL CHECK (reason <> ''),
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL
);
CREATE INDEX pause_case ON regulation.pause (case_id, number);

CREATE TABLE regulation.pause_end (
    pause_id     uuid PRIMARY KEY REFERENCES regulation.pause,
    moment       text NOT NULL CHECK (moment <> ''),
    reason       text NOT NULL CHECK (reason <> ''),
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL
);
