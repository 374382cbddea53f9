-- The fielded units: what they are, what is installed, where they are, and how all of that came to be.
--
-- Its face for other modules are the views named published_…; nothing else is read from outside.
CREATE SCHEMA device;
GRANT USAGE ON SCHEMA device TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA device GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA device GRANT USAGE ON SEQUENCES TO ward_app;

-- A UUID of version 7 (RFC 9562): PostgreSQL has one of its own only from 18 on.
CREATE FUNCTION device.new_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(
        set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
                    PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
                    FROM 1 FOR 6),
            52, 1), 53, 1),
        'hex')::uuid
$$;
DO $$
BEGIN
    IF current_setting('server_version_num')::int >= 180000 THEN
        EXECUTE 'CREATE OR REPLACE FUNCTION device.new_id() RETURNS uuid LANGUAGE sql VOLATILE AS ''SELECT uuidv7()''';
    END IF;
END
$$;

-- What became known at once: a person's change, an import, a report. Numbered under a lock that is held until the commit,
-- so that none commits behind a reader's mark.
--
-- source_id: the import, report or claim; null for what a person did by hand.
CREATE TABLE device.change_set (
    number     bigint PRIMARY KEY,
    at         timestamptz NOT NULL,
    source     text NOT NULL CHECK (source IN ('person', 'service', 'telemetry', 'customer', 'import')),
    source_id  uuid,
    actor_kind text NOT NULL,
    actor_id   text NOT NULL,
    actor_name text NOT NULL
);

-- One unit. Letters of di, serial and lot compare as ASCII, whatever the database's locale.
--
-- release_id: null when it is not known what is installed, which never counts as patched. country: where the unit is,
-- ISO 3166-1 alpha-2; null when it is not known. reference: words by which the consignee alone can tell whose it is.
-- networked: null when it is not known. confirmed_at, confirmed_by: when and by whom it was last told that release, site and
-- status are so; null when nobody ever did. change_set: the one that changed the row last.
--
-- Products, releases, customers and sites are never removed, and "tally" holds the foreign keys for all rows at once: a key
-- for each of a million rows would be looked up a million times.
CREATE TABLE device.device (
    id               uuid PRIMARY KEY,
    product_id       uuid NOT NULL,
    model_id         uuid,
    di               text COLLATE "C" CHECK (di <> ''),
    serial           text COLLATE "C" CHECK (serial <> ''),
    lot              text COLLATE "C" CHECK (lot <> ''),
    manufactured_on  date,
    expires_on       date,
    release_id       uuid,
    configuration_id uuid,
    customer_id      uuid,
    site_id          uuid,
    country          text COLLATE "C" CHECK (length(country) = 2),
    reference        text CHECK (reference <> ''),
    networked        boolean,
    contract_until   date,
    warranty_until   date,
    status           text COLLATE "C" NOT NULL
                     CHECK (status IN ('in-stock', 'in-use', 'loaned', 'out-of-service', 'decommissioned',
                                       'lost-sight-of', 'scrapped')),
    confirmed_at     timestamptz,
    confirmed_by     text COLLATE "C"
                     CHECK (confirmed_by IN ('person', 'service', 'telemetry', 'customer', 'import')),
    change_set       bigint NOT NULL,
    revision         integer NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL,
    CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
    CHECK (site_id IS NULL OR customer_id IS NOT NULL)
) WITH (fillfactor = 90);

-- Who a device is: within a product and a model a serial stands once, however its letters are written. That a UDI, the pair
-- of DI and serial, stands once altogether is looked up by the serial, under the lock of the change set.
CREATE UNIQUE INDEX device_key ON device.device (product_id, lower(serial), model_id) NULLS NOT DISTINCT
    WHERE serial IS NOT NULL;
CREATE INDEX device_serial ON device.device (lower(serial), id);
CREATE INDEX device_confirmed ON device.device (confirmed_at, id);
-- Few values each, so that a hundred rows share an entry. They find what is rare; what is frequent is met soon on the way
-- through an order.
CREATE INDEX device_release ON device.device (release_id);
CREATE INDEX device_product ON device.device (product_id, model_id);
CREATE INDEX device_site ON device.device (customer_id, site_id);
CREATE INDEX device_country ON device.device (country);
CREATE INDEX device_status ON device.device (status) WHERE status <> 'in-use';
CREATE INDEX device_di ON device.device (di);
CREATE INDEX device_lot ON device.device (lower(lot)) WHERE lot IS NOT NULL;

-- What was so from when on: one row for each change of release, configuration, customer, site, country or status, and one
-- for the beginning. since: when it was so in the world; at: when Ward learnt of it. Written by the triggers alone.
CREATE TABLE device.history (
    change_set       bigint NOT NULL,
    device_id        uuid NOT NULL,
    since            timestamptz NOT NULL,
    at               timestamptz NOT NULL,
    release_id       uuid,
    configuration_id uuid,
    customer_id      uuid,
    site_id          uuid,
    country          text COLLATE "C",
    status           text COLLATE "C" NOT NULL,
    PRIMARY KEY (change_set, device_id)
);
CREATE INDEX history_device ON device.history (device_id, since);
REVOKE DELETE ON device.history, device.change_set FROM ward_app;

-- How many units there are of each kind at each place, kept with every change by the triggers, so that nobody has to
-- count a million rows.
CREATE TABLE device.tally (
    product_id  uuid NOT NULL REFERENCES product.product,
    model_id    uuid,
    release_id  uuid,
    customer_id uuid REFERENCES customer.customer,
    site_id     uuid,
    country     text COLLATE "C",
    status      text COLLATE "C" NOT NULL,
    devices     bigint NOT NULL,
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id),
    FOREIGN KEY (product_id, release_id) REFERENCES product.release (product_id, id),
    FOREIGN KEY (customer_id, site_id) REFERENCES customer.site (customer_id, id)
) WITH (fillfactor = 80);
-- No index may hold the number itself: then a row that is counted up would be written to all of them.
CREATE UNIQUE INDEX tally_key
    ON device.tally (release_id, customer_id, site_id, status, country, product_id, model_id) NULLS NOT DISTINCT;
CREATE INDEX tally_customer ON device.tally (customer_id);
CREATE INDEX tally_product ON device.tally (product_id);

-- How many units in the field came to a release, less those that left it, on each day (UTC). The sum up to a day is how
-- many had it then, as far as it is known now.
CREATE TABLE device.adoption (
    product_id uuid NOT NULL,
    release_id uuid,
    day        date NOT NULL,
    change     bigint NOT NULL
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX adoption_key ON device.adoption (product_id, release_id, day) NULLS NOT DISTINCT;

-- In the field: out of the manufacturer's hands, and not known to be out of use for good.
CREATE FUNCTION device.in_field(status text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT status IN ('in-use', 'loaned', 'out-of-service', 'lost-sight-of')
$$;

CREATE FUNCTION device.note_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    present device.change_set;
BEGIN
    SELECT * INTO present FROM device.change_set ORDER BY number DESC LIMIT 1;
    IF EXISTS (SELECT FROM added a WHERE a.change_set IS DISTINCT FROM present.number) THEN
        RAISE EXCEPTION 'devices are added under the newest change set, %', present.number;
    END IF;
    INSERT INTO device.history (change_set, device_id, since, at, release_id, configuration_id, customer_id, site_id,
                                country, status)
    SELECT a.change_set, a.id, coalesce(a.confirmed_at, present.at), present.at, a.release_id, a.configuration_id,
           a.customer_id, a.site_id, a.country, a.status
      FROM added a;
    INSERT INTO device.tally AS t (product_id, model_id, release_id, customer_id, site_id, country, status, devices)
    SELECT a.product_id, a.model_id, a.release_id, a.customer_id, a.site_id, a.country, a.status, count(*)
      FROM added a
     GROUP BY 1, 2, 3, 4, 5, 6, 7
        ON CONFLICT (release_id, customer_id, site_id, status, country, product_id, model_id)
        DO UPDATE SET devices = t.devices + excluded.devices;
    INSERT INTO device.adoption AS t (product_id, release_id, day, change)
    SELECT a.product_id, a.release_id, (coalesce(a.confirmed_at, present.at) AT TIME ZONE 'UTC')::date, count(*)
      FROM added a
     WHERE device.in_field(a.status)
     GROUP BY 1, 2, 3
        ON CONFLICT (product_id, release_id, day) DO UPDATE SET change = t.change + excluded.change;
    RETURN NULL;
END
$$;

-- A join by nested loops, planned for one row and kept, would not end for fifty thousand.
CREATE FUNCTION device.note_changed() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
DECLARE
    present device.change_set;
    empty tid[];
BEGIN
    IF NOT EXISTS (SELECT n.id, n.product_id, n.model_id, n.release_id, n.configuration_id, n.customer_id, n.site_id,
                          n.country, n.status FROM changed n
                   EXCEPT
                   SELECT o.id, o.product_id, o.model_id, o.release_id, o.configuration_id, o.customer_id, o.site_id,
                          o.country, o.status FROM was o) THEN
        RETURN NULL;
    END IF;
    SELECT * INTO present FROM device.change_set ORDER BY number DESC LIMIT 1;
    IF EXISTS (SELECT FROM changed n JOIN was o ON o.id = n.id
                WHERE n.change_set IS DISTINCT FROM present.number
                  AND (n.product_id, n.model_id, n.release_id, n.configuration_id, n.customer_id, n.site_id, n.country,
                       n.status)
                      IS DISTINCT FROM
                      (o.product_id, o.model_id, o.release_id, o.configuration_id, o.customer_id, o.site_id, o.country,
                       o.status)) THEN
        RAISE EXCEPTION 'devices are changed under the newest change set, %', present.number;
    END IF;
    INSERT INTO device.history AS h (change_set, device_id, since, at, release_id, configuration_id, customer_id,
                                     site_id, country, status)
    SELECT n.change_set, n.id, coalesce(n.confirmed_at, present.at), present.at, n.release_id, n.configuration_id,
           n.customer_id, n.site_id, n.country, n.status
      FROM changed n JOIN was o ON o.id = n.id
     WHERE (n.release_id, n.configuration_id, n.customer_id, n.site_id, n.country, n.status)
           IS DISTINCT FROM
           (o.release_id, o.configuration_id, o.customer_id, o.site_id, o.country, o.status)
        ON CONFLICT (change_set, device_id) DO UPDATE
       SET since = excluded.since, release_id = excluded.release_id, configuration_id = excluded.configuration_id,
           customer_id = excluded.customer_id, site_id = excluded.site_id, country = excluded.country,
           status = excluded.status;
    WITH counted AS (
        INSERT INTO device.tally AS t (product_id, model_id, release_id, customer_id, site_id, country, status, devices)
        SELECT d.product_id, d.model_id, d.release_id, d.customer_id, d.site_id, d.country, d.status, sum(d.change)
          FROM (SELECT product_id, model_id, release_id, customer_id, site_id, country, status, 1 AS change FROM changed
                UNION ALL
                SELECT product_id, model_id, release_id, customer_id, site_id, country, status, -1 FROM was) d
         GROUP BY 1, 2, 3, 4, 5, 6, 7
        HAVING sum(d.change) <> 0
            ON CONFLICT (release_id, customer_id, site_id, status, country, product_id, model_id)
            DO UPDATE SET devices = t.devices + excluded.devices
        RETURNING t.ctid, t.devices)
    SELECT array_agg(c.ctid) INTO empty FROM counted c WHERE c.devices = 0;
    DELETE FROM device.tally WHERE ctid = ANY (empty);
    INSERT INTO device.adoption AS t (product_id, release_id, day, change)
    SELECT d.product_id, d.release_id, d.day, sum(d.change)
      FROM (SELECT s.product_id, s.release_id, m.day, s.change
              FROM (SELECT n.id, (coalesce(n.confirmed_at, present.at) AT TIME ZONE 'UTC')::date AS day
                      FROM changed n JOIN was o ON o.id = n.id
                     WHERE (n.product_id, n.release_id, device.in_field(n.status))
                           IS DISTINCT FROM (o.product_id, o.release_id, device.in_field(o.status))) m
              JOIN (SELECT id, product_id, release_id, status, 1 AS change FROM changed
                    UNION ALL
                    SELECT id, product_id, release_id, status, -1 FROM was) s ON s.id = m.id
             WHERE device.in_field(s.status)) d
     GROUP BY 1, 2, 3
    HAVING sum(d.change) <> 0
        ON CONFLICT (product_id, release_id, day) DO UPDATE SET change = t.change + excluded.change;
    RETURN NULL;
END
$$;

CREATE TRIGGER note_added AFTER INSERT ON device.device
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION device.note_added();
CREATE TRIGGER note_changed AFTER UPDATE ON device.device
    REFERENCING OLD TABLE AS was NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION device.note_changed();
-- A device is never removed: it is decommissioned or scrapped.
REVOKE DELETE ON device.device FROM ward_app;

-- Published: one unit each. "in_field" is what "our devices" means where nothing else is said.
CREATE VIEW device.published_device WITH (security_invoker = true) AS
SELECT id AS device_id, product_id, model_id, di, serial, lot, release_id, configuration_id, customer_id, site_id, country,
       status, networked, confirmed_at, confirmed_by, manufactured_on, expires_on, reference, contract_until,
       warranty_until, device.in_field(status) AS in_field, change_set
  FROM device.device;

-- Published: how a unit came to be as it is; the last of a device is what is so now.
CREATE VIEW device.published_history WITH (security_invoker = true) AS
SELECT h.device_id, h.change_set, h.since, h.at, h.release_id, h.configuration_id, h.customer_id, h.site_id, h.country,
       h.status, c.source, c.source_id
  FROM device.history h
  JOIN device.change_set c ON c.number = h.change_set;

-- Published: how many units of each kind are where.
CREATE VIEW device.published_tally WITH (security_invoker = true) AS
SELECT product_id, model_id, release_id, customer_id, site_id, country, status, device.in_field(status) AS in_field, devices
  FROM device.tally;

-- Published: how many units in the field came to a release on a day, less those that left it.
CREATE VIEW device.published_adoption WITH (security_invoker = true) AS
SELECT product_id, release_id, day, change
  FROM device.adoption;
