-- Signals and the cases that they become (ISO/IEC 30111). What is here is never deleted: it is dispositioned or closed.
--
-- Its face for other modules are the views named published_…; nothing else is read from outside.
CREATE SCHEMA handling;
GRANT USAGE ON SCHEMA handling TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA handling GRANT SELECT, INSERT, UPDATE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA handling GRANT USAGE ON SEQUENCES TO ward_app;

-- public_id: what people call it; drawn by lot, so that it tells nothing of how many cases there are.
-- phase: of ISO/IEC 30111. A case is open while closed_at is null.
-- restricted_to: the accounts that alone may see it, while it is embargoed; null: everyone of the manufacturer.
-- embargo_zone: the zone in which people agreed on embargo_until.
CREATE TABLE handling.vulnerability_case (
    id             uuid PRIMARY KEY,
    public_id      text NOT NULL UNIQUE CHECK (public_id ~ '^C-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
    title          text NOT NULL CHECK (title <> ''),
    description    text CHECK (description <> ''),
    phase          text NOT NULL
                   CHECK (phase IN ('receipt', 'verification', 'remediation-development', 'release', 'post-release')),
    owner_id       uuid REFERENCES identity.account,
    merged_into    uuid REFERENCES handling.vulnerability_case,
    split_from     uuid REFERENCES handling.vulnerability_case,
    closed_at      timestamptz,
    closed_because text CHECK (closed_because <> ''),
    embargo_until  timestamptz,
    embargo_zone   text,
    embargo_leak   text,
    restricted_to  uuid[] CHECK (cardinality(restricted_to) > 0),
    revision       integer NOT NULL DEFAULT 1,
    opened_at      timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL,
    CHECK ((closed_at IS NULL) = (closed_because IS NULL)),
    CHECK (merged_into IS NULL OR closed_at IS NOT NULL),
    CHECK ((embargo_until IS NULL) = (restricted_to IS NULL)),
    CHECK ((embargo_until IS NULL) = (embargo_zone IS NULL)),
    CHECK ((embargo_until IS NULL) = (embargo_leak IS NULL))
);
CREATE INDEX case_opened ON handling.vulnerability_case (opened_at DESC, id DESC);
CREATE INDEX case_open ON handling.vulnerability_case (opened_at DESC, id DESC) WHERE closed_at IS NULL;
CREATE INDEX case_closed ON handling.vulnerability_case (opened_at DESC, id DESC) WHERE closed_at IS NOT NULL;
CREATE INDEX case_phase ON handling.vulnerability_case (phase, opened_at DESC, id DESC) WHERE closed_at IS NULL;
CREATE INDEX case_owner ON handling.vulnerability_case (owner_id, opened_at DESC, id DESC) WHERE closed_at IS NULL;
CREATE INDEX case_restricted ON handling.vulnerability_case (id) WHERE restricted_to IS NOT NULL;
CREATE INDEX case_title ON handling.vulnerability_case (left(lower(title), 200) text_pattern_ops);

-- What a case is about. own: a flaw of the manufacturer's own code that has no name elsewhere.
-- exclusive: the case is open and not embargoed; then no other such case holds the vulnerability. An embargoed case is left
-- out, since a refusal would tell that it is there.
CREATE TABLE handling.case_vulnerability (
    case_id   uuid NOT NULL REFERENCES handling.vulnerability_case,
    name      text NOT NULL CHECK (name <> ''),
    own       boolean NOT NULL DEFAULT false,
    exclusive boolean NOT NULL,
    added_at  timestamptz NOT NULL,
    PRIMARY KEY (case_id, name)
);
GRANT DELETE ON handling.case_vulnerability TO ward_app;
CREATE UNIQUE INDEX case_vulnerability_exclusive ON handling.case_vulnerability (name) WHERE exclusive;
CREATE INDEX case_vulnerability_name ON handling.case_vulnerability (name);

-- Releases that somebody says are in scope, beside those that findings name.
CREATE TABLE handling.case_release (
    case_id    uuid NOT NULL REFERENCES handling.vulnerability_case,
    release_id uuid NOT NULL REFERENCES product.release,
    because    text NOT NULL CHECK (because <> ''),
    added_at   timestamptz NOT NULL,
    added_by   text NOT NULL,
    PRIMARY KEY (case_id, release_id)
);
GRANT DELETE ON handling.case_release TO ward_app;

-- Who works on a case; of an embargoed one, who is read in.
CREATE TABLE handling.participant (
    case_id    uuid NOT NULL REFERENCES handling.vulnerability_case,
    account_id uuid NOT NULL REFERENCES identity.account,
    since      timestamptz NOT NULL,
    PRIMARY KEY (case_id, account_id)
);
GRANT DELETE ON handling.participant TO ward_app;
CREATE INDEX participant_account ON handling.participant (account_id, case_id);

CREATE TABLE handling.task (
    id          uuid PRIMARY KEY,
    case_id     uuid NOT NULL REFERENCES handling.vulnerability_case,
    title       text NOT NULL CHECK (title <> ''),
    assignee_id uuid REFERENCES identity.account,
    due_on      date,
    done_at     timestamptz,
    added_at    timestamptz NOT NULL
);
CREATE INDEX task_case ON handling.task (case_id, added_at, id);
CREATE INDEX task_assignee ON handling.task (assignee_id, due_on) WHERE done_at IS NULL;

-- What people say to each other; product_id: the thread, null for that of the whole case.
CREATE TABLE handling.comment (
    id          uuid PRIMARY KEY,
    case_id     uuid NOT NULL REFERENCES handling.vulnerability_case,
    product_id  uuid REFERENCES product.product,
    at          timestamptz NOT NULL,
    author_id   text NOT NULL,
    author_name text NOT NULL,
    body        text NOT NULL CHECK (body <> '')
);
CREATE INDEX comment_case ON handling.comment (case_id, at, id);
REVOKE UPDATE ON handling.comment FROM ward_app;

-- Up to when somebody has read a case's comments.
CREATE TABLE handling.reading (
    case_id    uuid NOT NULL REFERENCES handling.vulnerability_case,
    reader_id  text NOT NULL,
    read_until timestamptz NOT NULL,
    PRIMARY KEY (case_id, reader_id)
);

CREATE TABLE handling.case_file (
    id         uuid PRIMARY KEY,
    case_id    uuid NOT NULL REFERENCES handling.vulnerability_case,
    name       text NOT NULL CHECK (name <> ''),
    sha256     text NOT NULL REFERENCES document.document,
    size       bigint NOT NULL,
    added_at   timestamptz NOT NULL,
    added_name text NOT NULL
);
CREATE INDEX case_file_case ON handling.case_file (case_id, added_at, id);

CREATE TABLE handling.case_event (
    id         uuid PRIMARY KEY,
    case_id    uuid NOT NULL REFERENCES handling.vulnerability_case,
    at         timestamptz NOT NULL,
    actor_id   text NOT NULL,
    actor_name text NOT NULL,
    what       text NOT NULL,
    detail     text,
    because    text
);
CREATE INDEX case_event_case ON handling.case_event (case_id, at, id);
REVOKE UPDATE ON handling.case_event FROM ward_app;

-- received_at: when the manufacturer learned of it; learned_by: through whom. arrival: the order in which they were entered,
-- which decides between two that were received in the same instant.
-- payload_sha256: what came, byte for byte, in document.
CREATE TABLE handling.signal (
    id              uuid PRIMARY KEY,
    arrival         bigint NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
    origin          text NOT NULL CHECK (origin IN ('finding', 'researcher', 'supplier', 'isao', 'complaint', 'service',
                                                    'internal-test', 'authority', 'incident', 'other')),
    received_at     timestamptz NOT NULL,
    learned_by      text CHECK (learned_by <> ''),
    tlp             text NOT NULL CHECK (tlp IN ('RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR')),
    title           text NOT NULL CHECK (title <> ''),
    body            text CHECK (body <> ''),
    reporter        text CHECK (reporter <> ''),
    contact         text CHECK (contact <> ''),
    reference       text CHECK (reference <> ''),
    products        text[] NOT NULL DEFAULT '{}',
    vulnerabilities text[] NOT NULL DEFAULT '{}',
    payload_sha256  text REFERENCES document.document,
    payload_name    text,
    payload_size    bigint,
    state           text NOT NULL CHECK (state IN ('received', 'acknowledged', 'triaged', 'joined', 'dispositioned')),
    disposition     text CHECK (disposition IN ('not-a-vulnerability', 'duplicate', 'not-our-product', 'no-action')),
    duplicate_of    uuid REFERENCES handling.signal,
    case_id         uuid REFERENCES handling.vulnerability_case,
    revision        integer NOT NULL DEFAULT 1,
    entered_at      timestamptz NOT NULL,
    entered_by      text NOT NULL,
    CHECK ((state = 'dispositioned') = (disposition IS NOT NULL)),
    CHECK ((disposition IS NOT DISTINCT FROM 'duplicate') = (duplicate_of IS NOT NULL)),
    CHECK (state <> 'joined' OR case_id IS NOT NULL),
    CHECK (duplicate_of <> id),
    CHECK ((payload_sha256 IS NULL) = (payload_name IS NULL))
);
CREATE INDEX signal_received ON handling.signal (received_at DESC, id DESC);
CREATE INDEX signal_state ON handling.signal (state, received_at DESC, id DESC);
CREATE INDEX signal_origin ON handling.signal (origin, received_at DESC, id DESC);
CREATE INDEX signal_waits ON handling.signal (received_at DESC, id DESC)
    WHERE state IN ('received', 'acknowledged', 'triaged');
CREATE INDEX signal_case ON handling.signal (case_id, received_at, arrival) WHERE case_id IS NOT NULL;
CREATE INDEX signal_duplicate ON handling.signal (duplicate_of, received_at, arrival) WHERE duplicate_of IS NOT NULL;

CREATE TABLE handling.signal_event (
    id         uuid PRIMARY KEY,
    signal_id  uuid NOT NULL REFERENCES handling.signal,
    at         timestamptz NOT NULL,
    actor_id   text NOT NULL,
    actor_name text NOT NULL,
    what       text NOT NULL,
    detail     text,
    because    text
);
CREATE INDEX signal_event_signal ON handling.signal_event (signal_id, at, id);
REVOKE UPDATE ON handling.signal_event FROM ward_app;

-- Published: cases. Whoever reads it puts Reader.seesRestricted("….restricted_to") into the WHERE.
CREATE VIEW handling.published_case AS
SELECT id AS case_id, public_id, title, phase, owner_id, opened_at, changed_at, closed_at, merged_into, embargo_until,
       restricted_to
  FROM handling.vulnerability_case;

-- Published: the vulnerabilities of cases, by the names under which the cases hold them; vulnerability_id as advisory knows
-- it now, null when it knows none of the name. The same condition on restricted_to as above.
CREATE VIEW handling.published_case_vulnerability AS
SELECT v.case_id, c.public_id, v.name, v.own, n.vulnerability_id, c.closed_at, c.restricted_to
  FROM handling.case_vulnerability v
  JOIN handling.vulnerability_case c ON c.id = v.case_id
  LEFT JOIN advisory.published_name n ON n.name = v.name;

-- Published: what an embargo hides, as the audit trail names it, and who is read in. What is not restricted is not in it.
CREATE VIEW handling.published_restriction AS
SELECT 'case' AS subject_type, c.public_id AS subject_id, c.restricted_to
  FROM handling.vulnerability_case c
 WHERE c.restricted_to IS NOT NULL
 UNION ALL
SELECT 'signal', s.id::text, c.restricted_to
  FROM handling.vulnerability_case c
  JOIN handling.signal s ON s.case_id = c.id
 WHERE c.restricted_to IS NOT NULL
 UNION ALL
SELECT 'signal', d.id::text, c.restricted_to
  FROM handling.vulnerability_case c
  JOIN handling.signal s ON s.case_id = c.id
  JOIN handling.signal d ON d.duplicate_of = s.id
 WHERE c.restricted_to IS NOT NULL;
