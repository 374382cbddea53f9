-- Which components and interfaces the functions of a model depend on, and why; or that none does, and why. A component is
-- meant by its product line, so that the link survives its updates.

-- Where the model touches the world. retired_at: it has none any more; what was said of it stays.
CREATE TABLE performance.interface (
    id         uuid PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES product.product,
    model_id   uuid,
    name       text NOT NULL CHECK (name <> ''),
    kind       text NOT NULL,
    direction  text NOT NULL CHECK (direction IN ('IN', 'OUT', 'BOTH', 'UNKNOWN')),
    revision   integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    retired_at timestamptz,
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id)
);
CREATE UNIQUE INDEX interface_name ON performance.interface (product_id, model_id, lower(name))
    NULLS NOT DISTINCT WHERE retired_at IS NULL;

-- A rule that links many components at once, when somebody has seen which and says so. prefix: the beginning of the
-- components' name or of their package URL, in small letters. function_id: null for "no function depends on them".
CREATE TABLE performance.link_rule (
    id          uuid PRIMARY KEY,
    product_id  uuid NOT NULL REFERENCES product.product,
    model_id    uuid,
    field       text NOT NULL CHECK (field IN ('NAME', 'PURL')),
    prefix      text NOT NULL CHECK (prefix <> ''),
    function_id uuid REFERENCES performance.known_function,
    why         text NOT NULL CHECK (why <> ''),
    made_at     timestamptz NOT NULL,
    author_kind text NOT NULL,
    author_id   text NOT NULL,
    author_name text NOT NULL,
    retired_at  timestamptz,
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id)
);
CREATE INDEX link_rule_subject ON performance.link_rule (product_id, model_id) WHERE retired_at IS NULL;

-- A link begins and ends; it is never rewritten. line_key: the SHA-256 of product_line, in hexadecimal digits. name: of the
-- component or interface as it was. function_id: null for "no function depends on it".
CREATE TABLE performance.link (
    id           uuid PRIMARY KEY,
    product_id   uuid NOT NULL REFERENCES product.product,
    model_id     uuid,
    line_key     text,
    product_line text,
    interface_id uuid REFERENCES performance.interface,
    name         text NOT NULL,
    function_id  uuid REFERENCES performance.known_function,
    why          text NOT NULL CHECK (why <> ''),
    rule_id      uuid REFERENCES performance.link_rule,
    begun_at     timestamptz NOT NULL,
    author_kind  text NOT NULL,
    author_id    text NOT NULL,
    author_name  text NOT NULL,
    ended_at     timestamptz,
    ender_kind   text,
    ender_id     text,
    ender_name   text,
    end_why      text,
    CHECK (num_nonnulls(line_key, interface_id) = 1),
    CHECK ((line_key IS NULL) = (product_line IS NULL)),
    CHECK (num_nulls(ended_at, ender_kind, ender_id, ender_name) IN (0, 4)),
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id)
);
CREATE UNIQUE INDEX link_current ON performance.link (product_id, model_id, line_key, interface_id, function_id)
    NULLS NOT DISTINCT WHERE ended_at IS NULL;
CREATE INDEX link_line ON performance.link (line_key) WHERE ended_at IS NULL;
CREATE INDEX link_order ON performance.link (product_id, model_id, begun_at DESC, id DESC);

-- Published: the links that hold now. function_id is null where somebody said that no function depends on it; then why
-- says the reason. product_line is null for an interface.
CREATE VIEW performance.published_link AS
SELECT l.product_id, l.model_id, l.product_line, l.interface_id, l.function_id, l.why, l.begun_at AS since
  FROM performance.link l
 WHERE l.ended_at IS NULL;

-- Published: where the model touches the world.
CREATE VIEW performance.published_interface AS
SELECT i.id AS interface_id, i.product_id, i.model_id, i.name, i.kind, i.direction
  FROM performance.interface i
 WHERE i.retired_at IS NULL;
