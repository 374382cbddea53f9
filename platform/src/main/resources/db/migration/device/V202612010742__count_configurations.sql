-- How many units of each configuration are where, kept with every change by triggers as the tally is. Units of which nobody
-- knows the configuration are in the tally alone.
CREATE TABLE device.configuration_tally (
    configuration_id uuid NOT NULL,
    release_id       uuid,
    customer_id      uuid,
    site_id          uuid,
    country          text COLLATE "C",
    status           text COLLATE "C" NOT NULL,
    devices          bigint NOT NULL
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX configuration_tally_key
    ON device.configuration_tally (configuration_id, release_id, customer_id, site_id, status, country) NULLS NOT DISTINCT;
CREATE INDEX configuration_tally_release ON device.configuration_tally (release_id);
ALTER TABLE device.configuration_tally ENABLE ROW LEVEL SECURITY;
CREATE POLICY inside ON device.configuration_tally TO ward_app USING (true);

INSERT INTO device.configuration_tally (configuration_id, release_id, customer_id, site_id, country, status, devices)
SELECT configuration_id, release_id, customer_id, site_id, country, status, count(*)
  FROM device.device WHERE configuration_id IS NOT NULL
 GROUP BY 1, 2, 3, 4, 5, 6;

CREATE FUNCTION device.count_configurations_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO device.configuration_tally AS t
           (configuration_id, release_id, customer_id, site_id, country, status, devices)
    SELECT configuration_id, release_id, customer_id, site_id, country, status, count(*)
      FROM added WHERE configuration_id IS NOT NULL
     GROUP BY 1, 2, 3, 4, 5, 6
        ON CONFLICT (configuration_id, release_id, customer_id, site_id, status, country)
        DO UPDATE SET devices = t.devices + excluded.devices;
    RETURN NULL;
END
$$;

CREATE FUNCTION device.count_configurations_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    empty tid[];
BEGIN
    WITH counted AS (
        INSERT INTO device.configuration_tally AS t
               (configuration_id, release_id, customer_id, site_id, country, status, devices)
        SELECT d.configuration_id, d.release_id, d.customer_id, d.site_id, d.country, d.status, sum(d.change)
          FROM (SELECT configuration_id, release_id, customer_id, site_id, country, status, 1 AS change
                  FROM changed WHERE configuration_id IS NOT NULL
                UNION ALL
                SELECT configuration_id, release_id, customer_id, site_id, country, status, -1
                  FROM was WHERE configuration_id IS NOT NULL) d
         GROUP BY 1, 2, 3, 4, 5, 6
        HAVING sum(d.change) <> 0
            ON CONFLICT (configuration_id, release_id, customer_id, site_id, status, country)
            DO UPDATE SET devices = t.devices + excluded.devices
        RETURNING t.ctid, t.devices)
    SELECT array_agg(c.ctid) INTO empty FROM counted c WHERE c.devices = 0;
    DELETE FROM device.configuration_tally WHERE ctid = ANY (empty);
    RETURN NULL;
END
$$;

-- Whoever changes units holds the lock of the change set, so that no two count at once.
CREATE TRIGGER count_configurations_added AFTER INSERT ON device.device
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION device.count_configurations_added();
CREATE TRIGGER count_configurations_changed AFTER UPDATE ON device.device
    REFERENCING OLD TABLE AS was NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION device.count_configurations_changed();

-- Published: how many units of each configuration are where.
CREATE VIEW device.published_configuration_tally WITH (security_invoker = true) AS
SELECT configuration_id, release_id, customer_id, site_id, country, status, device.in_field(status) AS in_field, devices
  FROM device.configuration_tally;
