-- Lifecycles: which stage a release is in, on which market, since when, and who said so.
CREATE SCHEMA lifecycle;
GRANT USAGE ON SCHEMA lifecycle TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA lifecycle GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA lifecycle GRANT USAGE ON SEQUENCES TO ward_app;

-- A market, and the zone whose days its dates are. '*' stands for all markets.
CREATE TABLE lifecycle.market (
    code     text PRIMARY KEY CHECK (code ~ '^([A-Z0-9][A-Z0-9-]{0,19}|[*])$'),
    name     text NOT NULL CHECK (name <> ''),
    zone     text NOT NULL DEFAULT 'UTC',
    revision integer NOT NULL DEFAULT 1
);
INSERT INTO lifecycle.market (code, name) VALUES ('*', 'All markets');

-- What was said of a stage, never changed: of a product, of one model, or of one release. The last entry of a scope,
-- market and stage is in force; one without effective_on takes the date back, and what is said more generally holds
-- again. backward: it took something back to an earlier stage, with a reason that was confirmed by a password.
CREATE TABLE lifecycle.stage_entry (
    number          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id              uuid NOT NULL UNIQUE,
    product_id      uuid NOT NULL REFERENCES product.product,
    model_id        uuid,
    release_id      uuid REFERENCES product.release,
    market          text NOT NULL REFERENCES lifecycle.market,
    stage           text NOT NULL
                    CHECK (stage IN ('development', 'support', 'limited-support', 'end-of-support', 'decommissioned')),
    place           integer NOT NULL GENERATED ALWAYS AS (array_position(
                        ARRAY['development', 'support', 'limited-support', 'end-of-support', 'decommissioned'], stage))
                    STORED,
    announced_on    date,
    effective_on    date,
    reason          text NOT NULL CHECK (reason <> ''),
    backward        boolean NOT NULL,
    reentered_at    timestamptz,
    actor_kind      text NOT NULL,
    actor_id        text NOT NULL,
    actor_name      text NOT NULL,
    at              timestamptz NOT NULL,
    CHECK (model_id IS NULL OR release_id IS NULL),
    CHECK (NOT backward OR reentered_at IS NOT NULL),
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id)
);
CREATE INDEX stage_entry_scope
    ON lifecycle.stage_entry (product_id, model_id, release_id, market, stage, number DESC);
REVOKE UPDATE, DELETE ON lifecycle.stage_entry FROM ward_app;

-- What is in force. The date of a release stands for the beginning of its support, until somebody says otherwise of the
-- release itself. weight: which rule decides where several say something; StageRule has the same numbers.
CREATE VIEW lifecycle.rule AS
SELECT e.number, e.product_id, e.model_id, e.release_id, e.market, e.stage, e.place, e.announced_on, e.effective_on,
       CASE WHEN e.release_id IS NOT NULL THEN 50 WHEN e.model_id IS NOT NULL THEN 30 ELSE 10 END
       + CASE WHEN e.market = '*' THEN 0 ELSE 10 END AS weight
  FROM (SELECT DISTINCT ON (product_id, model_id, release_id, market, stage) *
          FROM lifecycle.stage_entry
         ORDER BY product_id, model_id, release_id, market, stage, number DESC) e
 WHERE e.effective_on IS NOT NULL
UNION ALL
SELECT NULL, r.product_id, NULL, r.release_id, '*', 'support', 2, NULL, r.released_on, 45
  FROM product.published_release r
 WHERE r.released_on IS NOT NULL;

-- For each release and each market: each stage that has a date, by the rule that decides. begun: its day has come at the
-- given instant, in the market's zone. current: of those that have begun, the last.
CREATE FUNCTION lifecycle.stage_at(instant timestamptz)
RETURNS TABLE (product_id uuid, model_id uuid, release_id uuid, market text, stage text, place integer,
               announced_on date, effective_on date, number bigint, weight integer, begun boolean, current boolean)
LANGUAGE sql STABLE AS $$
    SELECT d.product_id, d.model_id, d.release_id, d.market, d.stage, d.place, d.announced_on, d.effective_on, d.number,
           d.weight, d.begun,
           coalesce(d.place = max(d.place) FILTER (WHERE d.begun) OVER (PARTITION BY d.release_id, d.market), false)
      FROM (SELECT DISTINCT ON (r.release_id, m.code, e.place)
                   r.product_id, r.model_id, r.release_id, m.code AS market, e.stage, e.place, e.announced_on,
                   e.effective_on, e.number, e.weight, e.effective_on <= (instant AT TIME ZONE m.zone)::date AS begun
              FROM product.published_release r
             CROSS JOIN lifecycle.market m
              JOIN lifecycle.rule e
                ON e.product_id = r.product_id
               AND (e.release_id IS NULL OR e.release_id = r.release_id)
               AND (e.model_id IS NULL OR e.model_id = r.model_id)
               AND (e.market = '*' OR e.market = m.code)
             ORDER BY r.release_id, m.code, e.place, e.weight DESC) d
$$;

-- Published: the dates of each release on each market, and of those on '*' for markets that Ward does not know. A stage
-- without a date has no row; a release of which nothing is known has none at all.
CREATE VIEW lifecycle.published_stage AS
SELECT product_id, model_id, release_id, market, stage, announced_on, effective_on, begun, current
  FROM lifecycle.stage_at(now());

CREATE VIEW lifecycle.published_market AS
SELECT code AS market, name, zone FROM lifecycle.market;
