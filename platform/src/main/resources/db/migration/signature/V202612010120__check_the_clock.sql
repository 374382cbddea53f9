-- What was measured of the clock by which signatures and embargoes are timed. source: the database, or whom the operator named.
-- offset_ms: how far this server's clock was ahead; null when nothing was measured, as trouble says. uncertain_ms: by how much
-- that may be wrong. Where no row is, nothing was checked.
CREATE TABLE signature.clock_check (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    server       text NOT NULL CHECK (server <> ''),
    source       text NOT NULL CHECK (source <> ''),
    outside      boolean NOT NULL,
    offset_ms    bigint,
    uncertain_ms bigint,
    trouble      text CHECK (trouble <> ''),
    CHECK ((offset_ms IS NULL) = (uncertain_ms IS NULL) AND (offset_ms IS NULL) = (trouble IS NOT NULL))
);
CREATE INDEX clock_check_at ON signature.clock_check (at DESC, number DESC);
REVOKE UPDATE, DELETE ON signature.clock_check FROM ward_app;
