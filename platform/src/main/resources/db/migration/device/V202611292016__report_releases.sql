-- The lines of a report wait in tables of the connection, which are made as they are needed.
DO $$
BEGIN
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO ward_app', current_database());
END
$$;

-- Most devices of an import have no DI, or no one looks for those without.
DROP INDEX device.device_di;
CREATE INDEX device_di ON device.device (di) WHERE di IS NOT NULL;
