-- The dates of the releases that the present organisation sees: those that were announced, and those of stages that have
-- begun. What is only planned is the manufacturer's own. For all markets (market is null), and beside them for the country
-- of the organisation, and for markets of several countries, where something else holds there.
--
-- A function, as what it calls would run with the rights of whoever reads a view, who has none there.
CREATE FUNCTION portal.own_stages()
RETURNS TABLE (release_id uuid, market text, stage text, announced_on date, effective_on date, begun boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH told AS (
        SELECT s.release_id, s.market, s.stage, s.announced_on, s.effective_on, s.begun
          FROM lifecycle.published_stage s
         WHERE s.release_id IN (SELECT r.release_id FROM portal.own_release r)
           AND (s.announced_on IS NOT NULL OR s.begun))
    SELECT t.release_id, m.name, t.stage, t.announced_on, t.effective_on, t.begun
      FROM told t
      LEFT JOIN lifecycle.published_market m ON m.market = t.market AND t.market <> '*'
     WHERE t.market = '*'
        OR (t.market IN (SELECT c.country FROM customer.published_customer c
                       WHERE c.customer_id = identity.present_organisation())
            OR t.market = 'EU' OR length(t.market) <> 2)
           AND NOT EXISTS (SELECT FROM told g
                            WHERE g.release_id = t.release_id AND g.stage = t.stage AND g.market = '*'
                              AND g.effective_on = t.effective_on)
$$;
REVOKE ALL ON FUNCTION portal.own_stages() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.own_stages() TO ward_portal;
