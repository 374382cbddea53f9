-- What files of the GUDID say of device identifiers, as it was read; whose they are is for people to confirm.
CREATE TABLE product.gudid_import (
    id         uuid PRIMARY KEY,
    job_id     uuid NOT NULL,
    name       text NOT NULL,
    sha256     text,
    outcome    text NOT NULL CHECK (outcome IN ('RUNNING', 'COMPLETED', 'FAILED')),
    problem    text,
    author_kind text NOT NULL,
    author_id   text NOT NULL,
    author_name text NOT NULL,
    begun_at   timestamptz NOT NULL,
    ended_at   timestamptz,
    told       bigint NOT NULL DEFAULT 0,
    created    bigint NOT NULL DEFAULT 0,
    revised    bigint NOT NULL DEFAULT 0,
    unchanged  bigint NOT NULL DEFAULT 0,
    older      bigint NOT NULL DEFAULT 0,
    unread     bigint NOT NULL DEFAULT 0
);
CREATE INDEX gudid_import_newest ON product.gudid_import (begun_at DESC, id DESC);

-- What could not be read, as far as a person reads on.
CREATE TABLE product.gudid_unread (
    import_id uuid NOT NULL REFERENCES product.gudid_import,
    number    integer NOT NULL,
    place     text NOT NULL,
    what      text NOT NULL,
    reason    text NOT NULL,
    PRIMARY KEY (import_id, number)
);

-- One device record for each primary device identifier, in its newest version. company_order: the name as it is compared.
CREATE TABLE product.gudid_device (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency        text NOT NULL,
    di            text NOT NULL,
    company       text NOT NULL,
    company_order text NOT NULL,
    duns          text,
    brand         text NOT NULL,
    version_model text NOT NULL,
    version_date  date,
    content       jsonb NOT NULL,
    digest        bytea NOT NULL,
    import_id     uuid NOT NULL REFERENCES product.gudid_import,
    UNIQUE (agency, di)
);
CREATE INDEX gudid_device_company ON product.gudid_device (company_order, id);
CREATE INDEX gudid_device_duns ON product.gudid_device (duns) WHERE duns IS NOT NULL;
CREATE INDEX gudid_device_import ON product.gudid_device (import_id);

-- Every device identifier of a record, the primary one too. kind, agency: as the GUDID spells them where Ward knows no
-- word for them.
CREATE TABLE product.gudid_identifier (
    di        text NOT NULL,
    agency    text NOT NULL,
    device_id bigint NOT NULL REFERENCES product.gudid_device ON DELETE CASCADE,
    kind      text NOT NULL,
    contains  text,
    quantity  integer,
    ended_on  date,
    PRIMARY KEY (di, agency, device_id)
);
CREATE INDEX gudid_identifier_device ON product.gudid_identifier (device_id);

-- Which companies of the GUDID are ours: by name, or by DUNS number.
CREATE TABLE product.gudid_company (
    id         uuid PRIMARY KEY,
    name       text NOT NULL CHECK (name <> ''),
    name_order text NOT NULL,
    duns       text CHECK (duns <> ''),
    created_at timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (name_order, duns)
);

-- Device identifiers of ours that somebody looked at and did not link.
CREATE TABLE product.gudid_dismissal (
    agency       text NOT NULL,
    di           text NOT NULL,
    dismissed_at timestamptz NOT NULL,
    PRIMARY KEY (agency, di)
);
