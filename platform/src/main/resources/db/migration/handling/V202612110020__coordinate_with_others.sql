-- Who coordinates a case beside us, one row for each version of what was said; the last one counts. Nothing is changed or deleted.
CREATE TABLE handling.coordinator (
    id                uuid NOT NULL,
    version           integer NOT NULL CHECK (version > 0),
    case_id           uuid NOT NULL REFERENCES handling.vulnerability_case,
    kind              text NOT NULL CHECK (kind IN ('cisa', 'cert-cc', 'csirt', 'isao', 'authority', 'other')),
    name              text NOT NULL CHECK (name <> ''),
    -- How they call the case.
    reference         text CHECK (reference <> ''),
    contact           text CHECK (contact <> ''),
    -- The day of publication that was agreed with them.
    agreed_on         date,
    -- Where they published it, and when.
    advisory          text CHECK (advisory ~ '^https://'),
    published_on      date,
    withdrawn_because text CHECK (withdrawn_because <> ''),
    entered_at        timestamptz NOT NULL,
    entered_by        text NOT NULL,
    enterer_name      text NOT NULL,
    PRIMARY KEY (id, version),
    CHECK (published_on IS NULL OR advisory IS NOT NULL)
);
CREATE INDEX coordinator_case ON handling.coordinator (case_id, id, version);
REVOKE UPDATE ON handling.coordinator FROM ward_app;
