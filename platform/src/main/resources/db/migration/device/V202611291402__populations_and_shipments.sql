-- What has no serial, what was made, and what was shipped to whom.

-- Units that are counted and not told apart: a lot at a consignee, installations of an app, tenants of a service.
--
-- estimated: whether the quantity is an estimate and not a count. country and all else as of a device.
CREATE TABLE device.population (
    id               uuid PRIMARY KEY,
    kind             text NOT NULL CHECK (kind IN ('lot', 'installs', 'tenants')),
    product_id       uuid NOT NULL REFERENCES product.product,
    model_id         uuid,
    di               text COLLATE "C" CHECK (di <> ''),
    lot              text COLLATE "C" CHECK (lot <> ''),
    release_id       uuid,
    configuration_id uuid,
    customer_id      uuid REFERENCES customer.customer,
    site_id          uuid,
    country          text COLLATE "C" CHECK (length(country) = 2),
    status           text COLLATE "C" NOT NULL
                     CHECK (status IN ('in-stock', 'in-use', 'loaned', 'out-of-service', 'decommissioned',
                                       'lost-sight-of', 'scrapped')),
    quantity         bigint NOT NULL CHECK (quantity >= 0),
    estimated        boolean NOT NULL,
    manufactured_on  date,
    expires_on       date,
    reference        text CHECK (reference <> ''),
    confirmed_at     timestamptz NOT NULL,
    confirmed_by     text COLLATE "C" NOT NULL
                     CHECK (confirmed_by IN ('person', 'service', 'telemetry', 'customer', 'import')),
    change_set       bigint NOT NULL REFERENCES device.change_set,
    revision         integer NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL,
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id),
    FOREIGN KEY (product_id, release_id) REFERENCES product.release (product_id, id),
    FOREIGN KEY (customer_id, site_id) REFERENCES customer.site (customer_id, id),
    CHECK (site_id IS NULL OR customer_id IS NOT NULL),
    CHECK (kind <> 'lot' OR lot IS NOT NULL)
);
CREATE UNIQUE INDEX population_key
    ON device.population (product_id, kind, model_id, lower(lot), release_id, configuration_id, customer_id, site_id,
                          country, status) NULLS NOT DISTINCT;
CREATE INDEX population_release ON device.population (release_id, id);
CREATE INDEX population_customer ON device.population (customer_id, id);
CREATE INDEX population_lot ON device.population (lower(lot), id) WHERE lot IS NOT NULL;

-- What was counted when.
CREATE TABLE device.population_count (
    population_id uuid NOT NULL REFERENCES device.population,
    change_set    bigint NOT NULL REFERENCES device.change_set,
    since         timestamptz NOT NULL,
    quantity      bigint NOT NULL,
    estimated     boolean NOT NULL,
    customer_id   uuid,
    PRIMARY KEY (population_id, change_set)
);
REVOKE DELETE ON device.population, device.population_count FROM ward_app;

-- What was made: a lot, or a stretch of serials.
--
-- life_months: the expected life, for what does not expire.
CREATE TABLE device.production (
    id              uuid PRIMARY KEY,
    product_id      uuid NOT NULL REFERENCES product.product,
    model_id        uuid,
    di              text COLLATE "C" CHECK (di <> ''),
    lot             text COLLATE "C" CHECK (lot <> ''),
    serial_from     text COLLATE "C" CHECK (serial_from <> ''),
    serial_to       text COLLATE "C" CHECK (serial_to <> ''),
    release_id      uuid,
    quantity        bigint NOT NULL CHECK (quantity > 0),
    manufactured_on date NOT NULL,
    expires_on      date,
    life_months     integer CHECK (life_months > 0),
    reference       text CHECK (reference <> ''),
    cancelled_at    timestamptz,
    revision        integer NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id),
    FOREIGN KEY (product_id, release_id) REFERENCES product.release (product_id, id),
    CHECK ((serial_from IS NULL) = (serial_to IS NULL))
);
CREATE INDEX production_product ON device.production (product_id, manufactured_on, id);
CREATE INDEX production_lot ON device.production (lower(lot), id) WHERE lot IS NOT NULL;
CREATE UNIQUE INDEX production_key
    ON device.production (product_id, lower(reference), model_id, lower(lot), lower(serial_from)) NULLS NOT DISTINCT
    WHERE reference IS NOT NULL AND cancelled_at IS NULL;

-- What left the manufacturer for a consignee, or came back; kept apart from where a unit is now.
--
-- moved_on: the date of shipment. customer_id, site_id: the consignee. via_customer_id: the distributor or importer between.
-- release_id: what was installed then; null when it is not known. reference: the delivery note.
CREATE TABLE device.shipment (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('shipment', 'return')),
    moved_on        date NOT NULL,
    product_id      uuid NOT NULL REFERENCES product.product,
    model_id        uuid,
    di              text COLLATE "C" CHECK (di <> ''),
    lot             text COLLATE "C" CHECK (lot <> ''),
    release_id      uuid,
    quantity        bigint NOT NULL CHECK (quantity > 0),
    customer_id     uuid NOT NULL REFERENCES customer.customer,
    site_id         uuid,
    via_customer_id uuid REFERENCES customer.customer,
    country         text COLLATE "C" CHECK (length(country) = 2),
    reference       text CHECK (reference <> ''),
    cancelled_at    timestamptz,
    revision        integer NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id),
    FOREIGN KEY (product_id, release_id) REFERENCES product.release (product_id, id),
    FOREIGN KEY (customer_id, site_id) REFERENCES customer.site (customer_id, id)
);
CREATE INDEX shipment_moved ON device.shipment (moved_on, id);
CREATE INDEX shipment_product ON device.shipment (product_id, moved_on, id);
CREATE INDEX shipment_customer ON device.shipment (customer_id, moved_on, id);
CREATE INDEX shipment_lot ON device.shipment (lower(lot), id) WHERE lot IS NOT NULL;
CREATE UNIQUE INDEX shipment_key
    ON device.shipment (lower(reference), product_id, model_id, lower(lot), kind, moved_on, customer_id, site_id)
       NULLS NOT DISTINCT
    WHERE reference IS NOT NULL AND cancelled_at IS NULL;

-- The serials of a shipment that has serials; as many as its quantity.
CREATE TABLE device.shipment_serial (
    shipment_id uuid NOT NULL REFERENCES device.shipment,
    product_id  uuid NOT NULL,
    customer_id uuid NOT NULL,
    serial      text COLLATE "C" NOT NULL CHECK (serial <> '')
);
CREATE UNIQUE INDEX shipment_serial_key ON device.shipment_serial (shipment_id, lower(serial));
CREATE INDEX shipment_serial_serial ON device.shipment_serial (product_id, lower(serial));
REVOKE DELETE ON device.production, device.shipment FROM ward_app;

-- Published: units without serials.
CREATE VIEW device.published_population WITH (security_invoker = true) AS
SELECT id AS population_id, kind, product_id, model_id, di, lot, release_id, configuration_id, customer_id, site_id,
       country, status, device.in_field(status) AS in_field, quantity, estimated, manufactured_on, expires_on, reference,
       confirmed_at, confirmed_by
  FROM device.population;

-- Published: what was made. Cancelled rows were entered by mistake and are left out.
CREATE VIEW device.published_production WITH (security_invoker = true) AS
SELECT id AS production_id, product_id, model_id, di, lot, serial_from, serial_to, release_id, quantity, manufactured_on,
       expires_on, life_months, reference
  FROM device.production
 WHERE cancelled_at IS NULL;

-- Published: what was shipped to whom, or came back.
CREATE VIEW device.published_shipment WITH (security_invoker = true) AS
SELECT id AS shipment_id, kind, moved_on, product_id, model_id, di, lot, release_id, quantity, customer_id, site_id,
       via_customer_id, country, reference
  FROM device.shipment
 WHERE cancelled_at IS NULL;

CREATE VIEW device.published_shipment_serial WITH (security_invoker = true) AS
SELECT n.shipment_id, s.kind, s.moved_on, n.product_id, s.model_id, s.lot, n.serial, n.customer_id, s.site_id
  FROM device.shipment_serial n
  JOIN device.shipment s ON s.id = n.shipment_id
 WHERE s.cancelled_at IS NULL;
