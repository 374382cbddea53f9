-- People from outside lengthen the trail as others do, and read nothing of it: not even the names that it keeps.
CREATE FUNCTION audit.commitment_of(of_type text, of_id text, of_field text, of_value text) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT commitment FROM audit.erasable
     WHERE subject_type = of_type AND subject_id = of_id AND field = of_field AND value = of_value
     LIMIT 1
$$;
REVOKE ALL ON FUNCTION audit.commitment_of(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.commitment_of(text, text, text, text) TO ward_app, ward_portal;
GRANT USAGE ON SCHEMA audit TO ward_portal;
GRANT EXECUTE ON FUNCTION audit.append(text[]) TO ward_portal;
GRANT INSERT ON audit.erasable TO ward_portal;
