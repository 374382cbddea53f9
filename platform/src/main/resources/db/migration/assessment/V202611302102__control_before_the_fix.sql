-- A safeguard outside of the design that users carry out against a vulnerability as long as there is no fix. draft: what it asks
-- and what it does to the risk, which two disciplines sign. It expires by its day alone; nothing is written then.
CREATE TABLE assessment.compensating_control (
    number        bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id            uuid PRIMARY KEY,
    assessment_id uuid NOT NULL REFERENCES assessment.assessment,
    state         text NOT NULL CHECK (state IN ('draft', 'issued', 'verified', 'withdrawn')),
    revision      integer NOT NULL DEFAULT 1,
    draft         jsonb NOT NULL,
    expires_on    date NOT NULL,
    issued_at     timestamptz,
    verified      text CHECK (verified <> ''),
    verified_by   text,
    verified_at   timestamptz,
    withdrawn     text CHECK (withdrawn <> ''),
    withdrawn_by  text,
    withdrawn_at  timestamptz,
    changed_at    timestamptz NOT NULL,
    CHECK (state NOT IN ('issued', 'verified') OR issued_at IS NOT NULL),
    CHECK (state <> 'verified' OR verified_at IS NOT NULL),
    CHECK ((verified IS NULL) = (verified_at IS NULL) AND (verified IS NULL) = (verified_by IS NULL)),
    CHECK ((state = 'withdrawn') = (withdrawn IS NOT NULL)),
    CHECK ((withdrawn IS NULL) = (withdrawn_at IS NULL) AND (withdrawn IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX compensating_control_assessment ON assessment.compensating_control (assessment_id, number DESC);
REVOKE DELETE ON assessment.compensating_control FROM ward_app;

-- Published: which assessment a control belongs to, and so which case.
CREATE VIEW assessment.published_control AS
SELECT id AS control_id, assessment_id FROM assessment.compensating_control;
