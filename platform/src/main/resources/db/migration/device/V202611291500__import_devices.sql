-- Files of devices: how they are mapped, what was found in them, and what came of it.

-- A mapping that is used again. content: as the API takes it.
CREATE TABLE device.import_mapping (
    id         uuid PRIMARY KEY,
    name       text NOT NULL CHECK (name <> ''),
    content    jsonb NOT NULL,
    revision   integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX import_mapping_name ON device.import_mapping (lower(name));

-- One file. state: received, then checked as often as a person likes, then applied once. feed: whose rows it has, so that
-- what a feed said before is not taken for news. job_id: the one that works on it, or did last. change_set: null when
-- nothing changed, or nothing was applied. Counts are those of the last check, or of the application.
CREATE TABLE device.import (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    content_type text NOT NULL,
    sha256       text NOT NULL,
    size         bigint NOT NULL,
    actor_kind   text NOT NULL,
    actor_id     text NOT NULL,
    actor_name   text NOT NULL,
    received_at  timestamptz NOT NULL,
    as_of        timestamptz NOT NULL,
    state        text NOT NULL CHECK (state IN ('received', 'checking', 'checked', 'applying', 'applied', 'failed')),
    form         jsonb,
    mapping      jsonb,
    feed         uuid,
    job_id       uuid,
    problem      text,
    ended_at     timestamptz,
    change_set   bigint REFERENCES device.change_set,
    read         bigint NOT NULL DEFAULT 0,
    created      bigint NOT NULL DEFAULT 0,
    changed      bigint NOT NULL DEFAULT 0,
    unchanged    bigint NOT NULL DEFAULT 0,
    older        bigint NOT NULL DEFAULT 0,
    refused      bigint NOT NULL DEFAULT 0,
    warned       bigint NOT NULL DEFAULT 0,
    customers    bigint NOT NULL DEFAULT 0,
    sites        bigint NOT NULL DEFAULT 0,
    shipments    bigint NOT NULL DEFAULT 0
);
COMMENT ON COLUMN device.import.as_of IS 'When what the file says was so, where its rows do not say it themselves.';
COMMENT ON COLUMN device.import.form IS 'How it was read: kind, encoding, delimiter, sheet, headings.';
COMMENT ON COLUMN device.import.warned IS 'Warnings, of which a row may have several.';
CREATE INDEX import_newest ON device.import (received_at DESC, id DESC);

-- What is said of rows. Every refused row is here; of warnings of one rule, the first ones.
CREATE TABLE device.import_note (
    import_id uuid NOT NULL REFERENCES device.import,
    refused   boolean NOT NULL,
    line      bigint NOT NULL,
    number    bigint GENERATED ALWAYS AS IDENTITY,
    rule      text NOT NULL,
    heading   text NOT NULL,
    value     text NOT NULL,
    reason    text NOT NULL,
    PRIMARY KEY (import_id, refused, line, number)
);
GRANT USAGE ON ALL SEQUENCES IN SCHEMA device TO ward_app;

-- How often each rule was broken.
CREATE TABLE device.import_rule (
    import_id uuid NOT NULL REFERENCES device.import,
    rule      text NOT NULL,
    count     bigint NOT NULL,
    PRIMARY KEY (import_id, rule)
);

-- What a feed said last of a device: the same words again are no news, whatever became of the device since.
CREATE TABLE device.stated (
    feed      uuid NOT NULL,
    device_id uuid NOT NULL,
    digest    bytea NOT NULL,
    PRIMARY KEY (feed, device_id)
);

-- The rows of the one import that is worked on. They are not logged: after a crash of the database they are gone, and the
-- job begins again.
CREATE UNLOGGED TABLE device.staged_row (
    number           bigint NOT NULL,
    line             bigint NOT NULL,
    product_id       uuid NOT NULL,
    model_id         uuid,
    di               text COLLATE "C",
    serial           text COLLATE "C" NOT NULL,
    lot              text COLLATE "C",
    manufactured_on  date,
    expires_on       date,
    release_id       uuid,
    says_release     boolean NOT NULL,
    configuration_id uuid,
    customer_id      uuid,
    site_id          uuid,
    country          text COLLATE "C",
    reference        text,
    networked        boolean,
    says_networked   boolean NOT NULL,
    contract_until   date,
    warranty_until   date,
    status           text COLLATE "C",
    confirmed_at     timestamptz NOT NULL,
    says_confirmed   boolean NOT NULL,
    shipped_on       date,
    shipment         text,
    via_id           uuid,
    digest           bytea NOT NULL
);

-- What is to be done with them. work: new, changed, older, stated (nothing changes, but what the feed said is kept),
-- unchanged, repeated (another row says the same), or refused; known while it is looked at.
CREATE UNLOGGED TABLE device.staged_work (
    number    bigint NOT NULL,
    device_id uuid,
    work      text COLLATE "C" NOT NULL
);
CREATE INDEX staged_work_number ON device.staged_work (number);
CREATE INDEX staged_row_number ON device.staged_row (number);
GRANT TRUNCATE ON device.staged_row, device.staged_work TO ward_app;

-- Only their owner may look how large tables have become.
CREATE FUNCTION device.analyze_staged() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    ANALYZE device.staged_row;
    ANALYZE device.staged_work;
$$;
REVOKE EXECUTE ON FUNCTION device.analyze_staged() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION device.analyze_staged() TO ward_app;

-- What was told of a device after something newer was known: it changed nothing when it came, and is true of its time.
-- Only what was said is here. source_id: the import or report.
CREATE TABLE device.late_report (
    device_id        uuid NOT NULL,
    since            timestamptz NOT NULL,
    at               timestamptz NOT NULL,
    release_id       uuid,
    says_release     boolean NOT NULL,
    configuration_id uuid,
    customer_id      uuid,
    site_id          uuid,
    status           text COLLATE "C",
    source           text COLLATE "C" NOT NULL
                     CHECK (source IN ('person', 'service', 'telemetry', 'customer', 'import')),
    source_id        uuid
);
CREATE UNIQUE INDEX late_report_key
    ON device.late_report (device_id, since, source, release_id, configuration_id, customer_id, site_id, status)
       NULLS NOT DISTINCT;
REVOKE DELETE ON device.late_report FROM ward_app;
