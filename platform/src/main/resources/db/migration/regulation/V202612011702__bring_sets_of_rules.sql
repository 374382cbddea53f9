-- Versions of sets of rules that people brought, each as the file that it came in. Each takes the place of what is effective on its days,
-- in the order of the editions that they made. One that was wrong is withdrawn, and kept. sha256: of the file.
CREATE TABLE regulation.rule_version (
    id             uuid PRIMARY KEY,
    edition        bigint NOT NULL UNIQUE,
    rule_set       text NOT NULL CHECK (rule_set <> ''),
    version        text NOT NULL CHECK (version <> ''),
    status         text NOT NULL CHECK (status <> ''),
    effective_from date NOT NULL,
    effective_to   date CHECK (effective_to >= effective_from),
    content        text NOT NULL,
    sha256         text NOT NULL,
    because        text NOT NULL CHECK (because <> ''),
    entered_at     timestamptz NOT NULL,
    entered_by     text NOT NULL,
    enterer_name   text NOT NULL,
    withdrawn_edition bigint,
    withdrawn_at   timestamptz,
    withdrawn_by   text,
    withdrawer_name text,
    withdrawn_because text,
    UNIQUE (rule_set, version),
    CHECK ((withdrawn_edition IS NULL) = (withdrawn_at IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_because IS NULL))
);
GRANT UPDATE (withdrawn_edition, withdrawn_at, withdrawn_by, withdrawer_name, withdrawn_because)
   ON regulation.rule_version TO ward_app;
