-- Findings that security dispositions alone, in bulk, by a rule of the policy that both disciplines signed.

-- rule: the cells of the policy's row as they were. verdict, justification: what the rule says. asked: which findings were asked
-- for, in words. manifest_sha256: over the lines of the rows in the order of their findings, each but the last ended by a line
-- feed. sample_share: in percent; sample_seed: by which the sample was drawn when it was signed. reassess_by: when every row
-- is looked at again.
CREATE TABLE assessment.screening (
    number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id              uuid PRIMARY KEY,
    state           text NOT NULL CHECK (state IN ('prepared', 'signed', 'withdrawn', 'dropped')),
    policy          text NOT NULL,
    rule            jsonb NOT NULL,
    verdict         text NOT NULL CHECK (verdict IN ('controlled', 'not-affected')),
    justification   text,
    evidence        text NOT NULL CHECK (evidence <> ''),
    asked           text NOT NULL,
    rows            bigint NOT NULL CHECK (rows > 0),
    manifest_sha256 text NOT NULL CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),
    reassess_by     date NOT NULL,
    sample_share    integer NOT NULL CHECK (sample_share BETWEEN 1 AND 100),
    sample_seed     text,
    sample_rows     bigint NOT NULL DEFAULT 0,
    sample_read_at  timestamptz,
    prepared_by     text NOT NULL,
    prepared_at     timestamptz NOT NULL,
    signed_at       timestamptz,
    ended_at        timestamptz,
    ended_because   text,
    CHECK ((verdict = 'not-affected') = (justification IS NOT NULL)),
    CHECK ((state IN ('signed', 'withdrawn')) = (signed_at IS NOT NULL)),
    CHECK ((signed_at IS NULL) = (sample_seed IS NULL))
);

-- line: the row of the manifest, as it was signed. stands: whether it decides its finding now. A row is pulled when a new fact
-- asks for another look.
CREATE TABLE assessment.screened_row (
    screening_id     uuid NOT NULL REFERENCES assessment.screening,
    finding_id       uuid NOT NULL,
    release_id       uuid NOT NULL,
    product_id       uuid NOT NULL,
    component_id     bigint NOT NULL,
    vulnerability_id uuid NOT NULL,
    line             text NOT NULL,
    sampled          boolean NOT NULL DEFAULT false,
    stands           boolean NOT NULL DEFAULT false,
    pulled_at        timestamptz,
    pulled_because   text,
    PRIMARY KEY (screening_id, finding_id),
    CHECK ((pulled_at IS NULL) = (pulled_because IS NULL)),
    CHECK (NOT stands OR pulled_at IS NULL)
);
CREATE UNIQUE INDEX screened_row_stands ON assessment.screened_row (finding_id) WHERE stands;
CREATE INDEX screened_row_release ON assessment.screened_row (release_id, vulnerability_id) WHERE stands;
CREATE INDEX screened_row_vulnerability ON assessment.screened_row (vulnerability_id) WHERE stands;
CREATE INDEX screened_row_sample ON assessment.screened_row (screening_id, finding_id) WHERE sampled;
CREATE INDEX screened_row_pulled ON assessment.screened_row (screening_id, pulled_at) WHERE pulled_at IS NOT NULL;

-- What was known of each vulnerability and product when it was screened: whatever is said later is new. performance: the
-- sequence of the newest essential performance of the product's models.
CREATE TABLE assessment.screened_vulnerability (
    screening_id      uuid NOT NULL REFERENCES assessment.screening,
    vulnerability_id  uuid NOT NULL,
    exploitation      text,
    advisory_modified timestamptz,
    PRIMARY KEY (screening_id, vulnerability_id)
);
CREATE TABLE assessment.screened_product (
    screening_id uuid NOT NULL REFERENCES assessment.screening,
    product_id   uuid NOT NULL,
    performance  bigint NOT NULL,
    PRIMARY KEY (screening_id, product_id)
);

-- Rows of the sample that the second discipline does not agree with.
CREATE TABLE assessment.screening_objection (
    screening_id uuid NOT NULL,
    finding_id   uuid NOT NULL,
    why          text NOT NULL CHECK (why <> ''),
    by           text NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (screening_id, finding_id),
    FOREIGN KEY (screening_id, finding_id) REFERENCES assessment.screened_row
);
REVOKE UPDATE, DELETE ON assessment.screening_objection FROM ward_app;

-- Published: the findings that a screening decides now.
CREATE VIEW assessment.published_screened AS
SELECT r.finding_id, r.release_id, r.vulnerability_id, r.component_id, r.screening_id, s.verdict, s.justification, s.reassess_by
  FROM assessment.screened_row r
  JOIN assessment.screening s ON s.id = r.screening_id
 WHERE r.stands;
