-- The same as audit.purge for some fields of one subject; the others stay.
CREATE FUNCTION audit.purge_fields(of_type text, of_id text, of_fields text[]) RETURNS SETOF bytea
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE audit.erasable SET salt = NULL, value = NULL, purged_at = now()
     WHERE subject_type = of_type AND subject_id = of_id AND field = ANY (of_fields) AND value IS NOT NULL
    RETURNING commitment
$$;
REVOKE ALL ON FUNCTION audit.purge_fields(text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.purge_fields(text, text, text[]) TO ward_app;
