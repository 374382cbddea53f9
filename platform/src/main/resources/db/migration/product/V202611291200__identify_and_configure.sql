-- Device identifiers (UDI-DI), and configurations: which releases, options and platforms run together in a device.

-- A release knows its product, so that what refers to both cannot mix two products.
ALTER TABLE product.release ADD CONSTRAINT release_of_product UNIQUE (product_id, id);

-- A device identifier is of one product, and there of all, of one model, or of the releases that are listed for it. In
-- the canonical form of its agency. markets: where it is placed on the market with it; empty when nobody said.
CREATE TABLE product.device_identifier (
    id         uuid PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES product.product,
    model_id   uuid,
    agency     text NOT NULL CHECK (agency IN ('GS1', 'HIBCC', 'ICCBBA')),
    di         text NOT NULL CHECK (di <> ''),
    kind       text NOT NULL
               CHECK (kind IN ('PRIMARY', 'SECONDARY', 'PACKAGE', 'UNIT_OF_USE', 'DIRECT_MARKING', 'PREVIOUS')),
    markets    text[] NOT NULL DEFAULT '{}',
    valid_from date,
    valid_to   date,
    contains   text CHECK (contains <> ''),
    quantity   integer CHECK (quantity > 0),
    origin     text NOT NULL CHECK (origin IN ('ENTERED', 'GUDID')),
    revision   integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE (agency, di),
    UNIQUE (product_id, id),
    CHECK (valid_from <= valid_to),
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id)
);
CREATE INDEX device_identifier_text ON product.device_identifier (di, id);

CREATE TABLE product.device_identifier_release (
    identifier_id uuid NOT NULL,
    product_id    uuid NOT NULL,
    release_id    uuid NOT NULL,
    PRIMARY KEY (identifier_id, release_id),
    FOREIGN KEY (product_id, identifier_id) REFERENCES product.device_identifier (product_id, id) ON DELETE CASCADE,
    FOREIGN KEY (product_id, release_id) REFERENCES product.release (product_id, id)
);
CREATE INDEX device_identifier_release_release ON product.device_identifier_release (release_id);

CREATE TABLE product.configuration (
    id         uuid PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES product.product,
    model_id   uuid,
    name       text NOT NULL CHECK (name <> ''),
    status     text NOT NULL CHECK (status IN ('PLANNED', 'RELEASED', 'WITHDRAWN')),
    note       text CHECK (note <> ''),
    archived   boolean NOT NULL DEFAULT false,
    revision   integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id)
);
CREATE UNIQUE INDEX configuration_name ON product.configuration (product_id, lower(name));
CREATE INDEX configuration_order ON product.configuration (lower(name), id);

-- The own releases that run in it; of several products, where a device is made of them. part: what it is in the device.
CREATE TABLE product.configuration_release (
    configuration_id uuid NOT NULL REFERENCES product.configuration,
    release_id       uuid NOT NULL REFERENCES product.release,
    part             text CHECK (part <> ''),
    PRIMARY KEY (configuration_id, release_id)
);
CREATE INDEX configuration_release_release ON product.configuration_release (release_id);

CREATE TABLE product.configuration_option (
    configuration_id uuid NOT NULL REFERENCES product.configuration,
    name             text NOT NULL CHECK (name <> ''),
    value            text NOT NULL,
    PRIMARY KEY (configuration_id, name)
);

-- What it runs on, by name, and as far as it is known by CPE name or package URL.
CREATE TABLE product.configuration_platform (
    configuration_id uuid NOT NULL REFERENCES product.configuration,
    position         integer NOT NULL,
    kind             text NOT NULL CHECK (kind IN ('OPERATING_SYSTEM', 'HARDWARE')),
    name             text NOT NULL CHECK (name <> ''),
    cpe              text CHECK (cpe <> ''),
    purl             text CHECK (purl <> ''),
    PRIMARY KEY (configuration_id, position)
);

-- Published: what other modules may read.
CREATE OR REPLACE VIEW product.published_release AS
SELECT r.id AS release_id,
       r.product_id,
       p.name AS product_name,
       m.name AS model_name,
       r.version,
       r.released_on,
       r.archived OR p.archived OR coalesce(m.archived, false) AS archived,
       r.product_order,
       r.model_id
  FROM product.release r
  JOIN product.product p ON p.id = r.product_id
  LEFT JOIN product.model m ON m.id = r.model_id;

CREATE VIEW product.published_model AS
SELECT m.id AS model_id, m.product_id, m.name, m.archived OR p.archived AS archived
  FROM product.model m
  JOIN product.product p ON p.id = m.product_id;

-- One row for each release that a device identifier is tied to; release_id is null where it stands on every release of
-- its model, and model_id too where it stands on the product as a whole.
CREATE VIEW product.published_device_identifier AS
SELECT d.di, d.agency, d.kind, d.product_id, coalesce(r.model_id, d.model_id) AS model_id, r.id AS release_id,
       d.valid_from, d.valid_to, d.markets
  FROM product.device_identifier d
  LEFT JOIN product.device_identifier_release l ON l.identifier_id = d.id
  LEFT JOIN product.release r ON r.id = l.release_id;

CREATE VIEW product.published_configuration AS
SELECT c.id AS configuration_id, c.product_id, c.model_id, c.name,
       c.archived OR p.archived OR coalesce(m.archived, false) AS archived,
       c.status
  FROM product.configuration c
  JOIN product.product p ON p.id = c.product_id
  LEFT JOIN product.model m ON m.id = c.model_id;

CREATE VIEW product.published_configuration_release AS
SELECT configuration_id, release_id, part FROM product.configuration_release;

CREATE VIEW product.published_configuration_option AS
SELECT configuration_id, name, value FROM product.configuration_option;

CREATE VIEW product.published_configuration_platform AS
SELECT configuration_id, position, kind, name, cpe, purl FROM product.configuration_platform;
