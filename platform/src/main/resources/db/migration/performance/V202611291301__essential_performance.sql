-- What a model must never stop doing: essential functions with their limits, hazardous situations and harms. A product
-- that has no models has a document of its own (model_id is null).
CREATE SCHEMA performance;
GRANT USAGE ON SCHEMA performance TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA performance GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA performance GRANT USAGE ON SEQUENCES TO ward_app;

-- A function keeps its id through all versions, so that what depends on it needs no new link.
CREATE TABLE performance.known_function (
    id         uuid PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES product.product,
    model_id   uuid,
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id)
);

-- What is worked on. based_on: the version from which it was copied; null when there was none.
CREATE TABLE performance.draft (
    id         uuid PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES product.product,
    model_id   uuid,
    based_on   integer,
    revision   integer NOT NULL DEFAULT 1,
    started_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (product_id, model_id),
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id)
);
CREATE TABLE performance.draft_function (
    draft_id    uuid NOT NULL REFERENCES performance.draft ON DELETE CASCADE,
    function_id uuid NOT NULL REFERENCES performance.known_function,
    position    integer NOT NULL,
    revision    integer NOT NULL DEFAULT 1,
    content     jsonb NOT NULL,
    PRIMARY KEY (draft_id, function_id)
);
-- Who has changed it since it was begun. owner: the account that answers for it, a token's too; null when nobody does.
CREATE TABLE performance.draft_author (
    draft_id   uuid NOT NULL REFERENCES performance.draft ON DELETE CASCADE,
    kind       text NOT NULL,
    author_id  text NOT NULL,
    name       text NOT NULL,
    owner      uuid,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (draft_id, kind, author_id)
);

-- What was approved, for ever. The version with the highest number is in force, the others are superseded. sequence:
-- the order in which versions became readable over all documents, numbered under a lock, so that none commits behind
-- another's mark. content: what was approved, in the canonical form of RFC 8785; sha256 is over its UTF-8. means: how it
-- was approved, which is never rewritten when there are better means.
CREATE TABLE performance.version (
    id            uuid PRIMARY KEY,
    product_id    uuid NOT NULL REFERENCES product.product,
    model_id      uuid,
    number        integer NOT NULL CHECK (number > 0),
    sequence      bigint NOT NULL UNIQUE,
    content       text NOT NULL,
    sha256        text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    authors       jsonb NOT NULL,
    approved_at   timestamptz NOT NULL,
    approver_id   text NOT NULL,
    approver_name text NOT NULL,
    approver_role text NOT NULL,
    means         text NOT NULL CHECK (means IN ('RE_ENTERED_PASSWORD')),
    UNIQUE NULLS NOT DISTINCT (product_id, model_id, number),
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id)
);
-- worst_severity, time_to_harm_seconds: what they count as, where they are not known: CATASTROPHIC and 0.
CREATE TABLE performance.function (
    version_id           uuid NOT NULL REFERENCES performance.version,
    function_id          uuid NOT NULL REFERENCES performance.known_function,
    position             integer NOT NULL,
    name                 text NOT NULL,
    worst_severity       text NOT NULL
                         CHECK (worst_severity IN ('NEGLIGIBLE', 'MINOR', 'SERIOUS', 'CRITICAL', 'CATASTROPHIC')),
    worst_severity_known boolean NOT NULL,
    time_to_harm_seconds bigint NOT NULL CHECK (time_to_harm_seconds >= 0),
    time_to_harm_known   boolean NOT NULL,
    content              jsonb NOT NULL,
    PRIMARY KEY (version_id, function_id)
);
CREATE INDEX function_id ON performance.function (function_id);
REVOKE UPDATE, DELETE ON performance.version, performance.function FROM ward_app;

-- Published: every approved version; those with a greater "sequence" than a reader's mark are new to it.
CREATE VIEW performance.published_version AS
SELECT v.product_id, v.model_id, v.number AS version, v.sequence, v.approved_at, v.sha256,
       NOT EXISTS (SELECT FROM performance.version later
                    WHERE later.product_id = v.product_id AND later.model_id IS NOT DISTINCT FROM v.model_id
                      AND later.number > v.number) AS in_force
  FROM performance.version v;

-- Published: the functions of the versions in force. Where the worst severity or the time to harm is not known, they stand
-- at what they count as: CATASTROPHIC and 0.
CREATE VIEW performance.published_function AS
SELECT f.function_id, v.product_id, v.model_id, v.number AS version, f.position, f.name,
       f.worst_severity, f.worst_severity_known, f.time_to_harm_seconds, f.time_to_harm_known,
       v.approved_at, v.sha256
  FROM performance.version v
  JOIN performance.function f ON f.version_id = v.id
 WHERE NOT EXISTS (SELECT FROM performance.version later
                    WHERE later.product_id = v.product_id AND later.model_id IS NOT DISTINCT FROM v.model_id
                      AND later.number > v.number);
