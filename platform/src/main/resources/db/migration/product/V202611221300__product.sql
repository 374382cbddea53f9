-- Products, their models and their releases.
CREATE SCHEMA product;
GRANT USAGE ON SCHEMA product TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA product GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA product GRANT USAGE ON SEQUENCES TO ward_app;

CREATE TABLE product.product (
    id          uuid PRIMARY KEY,
    name        text NOT NULL CHECK (name <> ''),
    family      text CHECK (family <> ''),
    description text CHECK (description <> ''),
    archived    boolean NOT NULL DEFAULT false,
    revision    integer NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL
);
CREATE UNIQUE INDEX product_name ON product.product (lower(name));
CREATE INDEX product_family ON product.product (lower(family)) WHERE family IS NOT NULL;

CREATE TABLE product.model (
    id         uuid PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES product.product,
    name       text NOT NULL CHECK (name <> ''),
    archived   boolean NOT NULL DEFAULT false,
    revision   integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE (product_id, id)
);
CREATE UNIQUE INDEX model_name ON product.model (product_id, lower(name));

CREATE TABLE product.release (
    id          uuid PRIMARY KEY,
    product_id  uuid NOT NULL REFERENCES product.product,
    model_id    uuid,
    version     text NOT NULL CHECK (version <> ''),
    released_on date,
    archived    boolean NOT NULL DEFAULT false,
    revision    integer NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id)
);
-- One version is one release, of the product or of each of its models. Versions are case-sensitive.
CREATE UNIQUE INDEX release_version ON product.release (product_id, version) WHERE model_id IS NULL;
CREATE UNIQUE INDEX release_version_of_model ON product.release (model_id, version) WHERE model_id IS NOT NULL;
CREATE INDEX release_product ON product.release (product_id, created_at, id);
CREATE INDEX release_created ON product.release (created_at DESC, id DESC);

-- Published: what other modules may read. A release is archived when it, its model or its product is.
CREATE VIEW product.published_release AS
SELECT r.id AS release_id,
       r.product_id,
       p.name AS product_name,
       m.name AS model_name,
       r.version,
       r.released_on,
       r.archived OR p.archived OR coalesce(m.archived, false) AS archived
  FROM product.release r
  JOIN product.product p ON p.id = r.product_id
  LEFT JOIN product.model m ON m.id = r.model_id;

CREATE VIEW product.published_product AS
SELECT p.id AS product_id, p.name, p.family, p.archived
  FROM product.product p;
