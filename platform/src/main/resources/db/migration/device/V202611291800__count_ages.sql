-- How many units in the field were made in which year, and last confirmed in which month (UTC), kept with every change
-- by triggers as the tally is. since: the first day of the year or month; null where nobody knows it. Of units with an
-- unknown release there are rows of their own.
CREATE TABLE device.age_tally (
    product_id    uuid NOT NULL,
    model_id      uuid,
    country       text COLLATE "C",
    aspect        text COLLATE "C" NOT NULL CHECK (aspect IN ('manufactured', 'confirmed')),
    since         date,
    release_known boolean NOT NULL,
    devices       bigint NOT NULL
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX age_tally_key
    ON device.age_tally (product_id, aspect, since, country, model_id, release_known) NULLS NOT DISTINCT;

CREATE FUNCTION device.month_of(instant timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT date_trunc('month', instant AT TIME ZONE 'UTC')::date
$$;

CREATE FUNCTION device.year_of(day date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT date_trunc('year', day::timestamp)::date
$$;

INSERT INTO device.age_tally (product_id, model_id, country, aspect, since, release_known, devices)
SELECT product_id, model_id, country, 'manufactured', device.year_of(manufactured_on), release_id IS NOT NULL, count(*)
  FROM device.device WHERE device.in_field(status)
 GROUP BY 1, 2, 3, 4, 5, 6
UNION ALL
SELECT product_id, model_id, country, 'confirmed', device.month_of(confirmed_at), release_id IS NOT NULL, count(*)
  FROM device.device WHERE device.in_field(status)
 GROUP BY 1, 2, 3, 4, 5, 6;

CREATE FUNCTION device.count_ages_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO device.age_tally AS t (product_id, model_id, country, aspect, since, release_known, devices)
    SELECT product_id, model_id, country, 'manufactured', device.year_of(manufactured_on), release_id IS NOT NULL, count(*)
      FROM added WHERE device.in_field(status)
     GROUP BY 1, 2, 3, 4, 5, 6
    UNION ALL
    SELECT product_id, model_id, country, 'confirmed', device.month_of(confirmed_at), release_id IS NOT NULL, count(*)
      FROM added WHERE device.in_field(status)
     GROUP BY 1, 2, 3, 4, 5, 6
        ON CONFLICT (product_id, aspect, since, country, model_id, release_known)
        DO UPDATE SET devices = t.devices + excluded.devices;
    RETURN NULL;
END
$$;

CREATE FUNCTION device.count_ages_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    empty tid[];
BEGIN
    WITH told AS (
        SELECT product_id, model_id, country, device.year_of(manufactured_on) AS made,
               device.month_of(confirmed_at) AS confirmed, release_id IS NOT NULL AS release_known, 1 AS change
          FROM changed WHERE device.in_field(status)
        UNION ALL
        SELECT product_id, model_id, country, device.year_of(manufactured_on), device.month_of(confirmed_at),
               release_id IS NOT NULL, -1
          FROM was WHERE device.in_field(status)),
    counted AS (
        INSERT INTO device.age_tally AS t (product_id, model_id, country, aspect, since, release_known, devices)
        SELECT product_id, model_id, country, 'manufactured', made, release_known, sum(change) FROM told
         GROUP BY 1, 2, 3, 4, 5, 6
        HAVING sum(change) <> 0
        UNION ALL
        SELECT product_id, model_id, country, 'confirmed', confirmed, release_known, sum(change) FROM told
         GROUP BY 1, 2, 3, 4, 5, 6
        HAVING sum(change) <> 0
            ON CONFLICT (product_id, aspect, since, country, model_id, release_known)
            DO UPDATE SET devices = t.devices + excluded.devices
        RETURNING t.ctid, t.devices)
    SELECT array_agg(c.ctid) INTO empty FROM counted c WHERE c.devices = 0;
    DELETE FROM device.age_tally WHERE ctid = ANY (empty);
    RETURN NULL;
END
$$;

-- Whoever changes units holds the lock of the change set, so that no two count at once; a confirmation, which begins no
-- change set, takes the same lock.
CREATE TRIGGER count_ages_added AFTER INSERT ON device.device
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION device.count_ages_added();
CREATE TRIGGER count_ages_changed AFTER UPDATE ON device.device
    REFERENCING OLD TABLE AS was NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION device.count_ages_changed();
