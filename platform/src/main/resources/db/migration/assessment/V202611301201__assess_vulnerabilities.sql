-- What a vulnerability means for a product's patients, and the decisions that were signed of it.
CREATE SCHEMA assessment;
GRANT USAGE ON SCHEMA assessment TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA assessment GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA assessment GRANT USAGE ON SEQUENCES TO ward_app;

-- One vulnerability in some releases of one product. vulnerability: the name by which it is called, a CVE id or one of our
-- own; vulnerability_id: as the sources know it, null while none tells of it. version: of the decision that is worked on.
-- exploitability, harm, determination: what was answered so far.
CREATE TABLE assessment.assessment (
    number           bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id               uuid PRIMARY KEY,
    vulnerability    text NOT NULL CHECK (vulnerability <> ''),
    vulnerability_id uuid,
    product_id       uuid NOT NULL REFERENCES product.product,
    version          integer NOT NULL DEFAULT 1 CHECK (version > 0),
    state            text NOT NULL CHECK (state IN ('open', 'decided', 'outdated')),
    revision         integer NOT NULL DEFAULT 1,
    exploitability   jsonb NOT NULL,
    harm             jsonb NOT NULL,
    determination    jsonb NOT NULL,
    opened_at        timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL
);
CREATE INDEX assessment_state ON assessment.assessment (state, number DESC);
CREATE INDEX assessment_vulnerability ON assessment.assessment (vulnerability);
CREATE INDEX assessment_vulnerability_id ON assessment.assessment (vulnerability_id);
CREATE INDEX assessment_product ON assessment.assessment (product_id, number DESC);

-- Whether the vulnerability is in a release. Each release has one answer for a vulnerability. recheck_on: until when an
-- undetermined one may stand, treated as present.
CREATE TABLE assessment.presence (
    assessment_id uuid NOT NULL REFERENCES assessment.assessment,
    vulnerability text NOT NULL,
    release_id    uuid NOT NULL REFERENCES product.release,
    presence      text NOT NULL CHECK (presence IN ('under-investigation', 'present', 'absent', 'undetermined')),
    justification text CHECK (justification IN ('component_not_present', 'vulnerable_code_not_present',
                      'vulnerable_code_not_in_execute_path', 'vulnerable_code_cannot_be_controlled_by_adversary',
                      'inline_mitigations_already_exist')),
    evidence      text NOT NULL DEFAULT '',
    recheck_on    date,
    PRIMARY KEY (assessment_id, release_id),
    UNIQUE (vulnerability, release_id),
    CHECK ((presence = 'absent') = (justification IS NOT NULL)),
    CHECK (presence <> 'absent' OR evidence <> ''),
    CHECK (presence = 'undetermined' OR recheck_on IS NULL)
);
CREATE INDEX presence_release ON assessment.presence (release_id);

-- A decision as it was signed, with all that it was made of; nothing here changes. The columns beside content repeat what
-- lists count and what a new fact is compared with. kev_since, exploitation, advisory_modified, epss, performance: the state
-- of the world then; performance: the sequence of the newest essential performance of the product's models.
CREATE TABLE assessment.decision (
    number              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id                  uuid NOT NULL UNIQUE,
    assessment_id       uuid NOT NULL REFERENCES assessment.assessment,
    version             integer NOT NULL,
    product_id          uuid NOT NULL REFERENCES product.product,
    vulnerability       text NOT NULL,
    vulnerability_id    uuid,
    verdict             text NOT NULL CHECK (verdict IN ('controlled', 'uncontrolled', 'not-affected')),
    exploitability      text CHECK (exploitability IN ('low', 'medium', 'high')),
    harm                text CHECK (harm IN ('NEGLIGIBLE', 'MINOR', 'SERIOUS', 'CRITICAL', 'CATASTROPHIC')),
    matrix              text NOT NULL,
    reassess_by         date,
    kev_since           date,
    exploitation        text,
    advisory_modified   timestamptz,
    epss                text,
    epss_date           text,
    performance         bigint NOT NULL,
    content             text NOT NULL,
    sha256              text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    decided_at          timestamptz NOT NULL,
    UNIQUE (assessment_id, version),
    CHECK ((verdict = 'not-affected') = (exploitability IS NULL)),
    CHECK ((verdict = 'not-affected') = (harm IS NULL)),
    CHECK (verdict = 'uncontrolled' OR reassess_by IS NOT NULL)
);
CREATE INDEX decision_vulnerability ON assessment.decision (vulnerability_id);
CREATE TABLE assessment.decision_release (
    decision_id   uuid NOT NULL REFERENCES assessment.decision (id),
    release_id    uuid NOT NULL REFERENCES product.release,
    presence      text NOT NULL CHECK (presence IN ('present', 'absent', 'undetermined')),
    justification text,
    recheck_on    date,
    PRIMARY KEY (decision_id, release_id)
);
CREATE INDEX decision_release_of ON assessment.decision_release (release_id);

-- A fact that came after a decision and asks for another one.
CREATE TABLE assessment.outdated (
    decision_id uuid NOT NULL REFERENCES assessment.decision (id),
    trigger     text NOT NULL CHECK (trigger IN ('kev', 'exploitation', 'advisory', 'performance', 'matrix', 'date',
                                                 'release', 'recheck')),
    because     text NOT NULL CHECK (because <> ''),
    at          timestamptz NOT NULL,
    PRIMARY KEY (decision_id, trigger)
);
REVOKE UPDATE, DELETE ON assessment.decision, assessment.decision_release, assessment.outdated FROM ward_app;

-- Published: the newest decision of each release that it covers, and whether a new fact asks for another.
CREATE VIEW assessment.published_decision AS
SELECT r.release_id, d.id AS decision_id, d.assessment_id, d.vulnerability, d.vulnerability_id, d.product_id, d.verdict,
       d.exploitability, d.harm, r.presence, r.justification, d.reassess_by, d.decided_at,
       EXISTS (SELECT FROM assessment.outdated o WHERE o.decision_id = d.id) AS outdated
  FROM assessment.decision d
  JOIN assessment.decision_release r ON r.decision_id = d.id
 WHERE NOT EXISTS (SELECT FROM assessment.decision later
                    WHERE later.assessment_id = d.assessment_id AND later.version > d.version);
