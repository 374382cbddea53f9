-- What holds records back from being purged, and what was purged of them. How long records are kept is a rule (rule.rule_set,
-- kind "retention").
CREATE SCHEMA retention;
GRANT USAGE ON SCHEMA retention TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA retention GRANT SELECT, INSERT ON TABLES TO ward_app;

-- record_kind, record_id: as the audit trail names it; title: as it was called then, to name the hold by. It holds while
-- lifted_at is null.
CREATE TABLE retention.legal_hold (
    id             uuid PRIMARY KEY,
    record_kind    text NOT NULL CHECK (record_kind IN ('case', 'signal', 'customer')),
    record_id      text NOT NULL CHECK (record_id <> ''),
    name           text NOT NULL CHECK (name <> ''),
    reason         text NOT NULL CHECK (reason <> ''),
    placed_at      timestamptz NOT NULL,
    placed_by      text NOT NULL,
    placer_name    text NOT NULL,
    lifted_at      timestamptz,
    lifted_by      text,
    lifter_name    text,
    lifted_because text CHECK (lifted_because <> ''),
    CHECK ((lifted_at IS NULL) = (lifted_because IS NULL) AND (lifted_at IS NULL) = (lifted_by IS NULL))
);
CREATE INDEX legal_hold_record ON retention.legal_hold (record_kind, record_id, placed_at);
GRANT UPDATE (lifted_at, lifted_by, lifter_name, lifted_because) ON retention.legal_hold TO ward_app;

-- The tombstone: which fields were taken out of a record, when, by whom, why and on which legal ground. trail_values: how many
-- values went from beside the audit trail. It holds nothing personal of whom it is about.
CREATE TABLE retention.purge (
    id           uuid PRIMARY KEY,
    record_kind  text NOT NULL CHECK (record_kind IN ('signal', 'contact')),
    record_id    text NOT NULL CHECK (record_id <> ''),
    fields       text[] NOT NULL CHECK (cardinality(fields) > 0),
    ground       text NOT NULL CHECK (ground <> ''),
    reason       text NOT NULL CHECK (reason <> ''),
    trail_values integer NOT NULL,
    at           timestamptz NOT NULL,
    signer_id    uuid NOT NULL,
    signer_name  text NOT NULL,
    signature_id uuid NOT NULL REFERENCES signature.signature (id)
);
CREATE INDEX purge_record ON retention.purge (record_kind, record_id, at);
CREATE INDEX purge_at ON retention.purge (at DESC, id DESC);
