-- Inspections by authorities: who may see what, until when, and what was seen.
CREATE SCHEMA inspection;
GRANT USAGE ON SCHEMA inspection TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA inspection GRANT SELECT, INSERT ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA inspection GRANT USAGE ON SEQUENCES TO ward_app;

-- products, cases: what is laid open, the cases by their numbers; of products what began or was decided from from_day to
-- until_day, both in. last_day: in UTC, the last on which the inspector sees anything.
CREATE TABLE inspection.inspection (
    id          uuid PRIMARY KEY,
    account_id  uuid NOT NULL REFERENCES identity.account,
    inspector   text NOT NULL CHECK (inspector <> ''),
    authority   text NOT NULL CHECK (authority <> ''),
    products    uuid[] NOT NULL,
    cases       text[] NOT NULL,
    from_day    date NOT NULL,
    until_day   date NOT NULL CHECK (until_day >= from_day),
    last_day    date NOT NULL,
    opened_at   timestamptz NOT NULL,
    opened_by   text NOT NULL,
    opener_name text NOT NULL,
    ended_at    timestamptz,
    ended_by    text,
    ender_name  text,
    CHECK (cardinality(products) + cardinality(cases) > 0),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ender_name IS NULL))
);
CREATE INDEX inspection_account ON inspection.inspection (account_id, last_day);
GRANT UPDATE (ended_at, ended_by, ender_name) ON inspection.inspection TO ward_app;

-- What the inspector saw, written before it is shown.
CREATE TABLE inspection.seen (
    number        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspection.inspection,
    at            timestamptz NOT NULL,
    actor_id      text NOT NULL,
    actor_name    text NOT NULL,
    what          text NOT NULL CHECK (what <> ''),
    path          text NOT NULL CHECK (path <> '')
);
CREATE INDEX seen_inspection ON inspection.seen (inspection_id, number);
