-- What counsel writes of a case for counsel. It is published nowhere, stands in no history, and is not changed.
CREATE TABLE handling.privileged_note (
    id          uuid PRIMARY KEY,
    case_id     uuid NOT NULL REFERENCES handling.vulnerability_case,
    at          timestamptz NOT NULL,
    author_id   text NOT NULL,
    author_name text NOT NULL,
    body        text NOT NULL CHECK (body <> '')
);
CREATE INDEX privileged_note_case ON handling.privileged_note (case_id, at, id);
REVOKE UPDATE ON handling.privileged_note FROM ward_app;
