-- Tables and policies that decide, as controlled documents. Version 1 of each kind is what Ward brings, and is not stored.
CREATE SCHEMA rule;
GRANT USAGE ON SCHEMA rule TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA rule GRANT SELECT, INSERT, UPDATE ON TABLES TO ward_app;

-- rows: an array of arrays of cells. why: why it differs from the version before. in_force_at: when the last of the signatures
-- that it needs was given.
CREATE TABLE rule.rule_set (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL CHECK (kind <> ''),
    version     integer NOT NULL CHECK (version > 1),
    state       text NOT NULL CHECK (state IN ('draft', 'in-force', 'superseded', 'withdrawn')),
    revision    integer NOT NULL DEFAULT 1,
    rows        jsonb NOT NULL,
    why         text NOT NULL CHECK (why <> ''),
    written_by  text NOT NULL,
    changed_at  timestamptz NOT NULL,
    in_force_at timestamptz,
    UNIQUE (kind, version),
    CHECK ((state IN ('in-force', 'superseded')) = (in_force_at IS NOT NULL))
);
CREATE UNIQUE INDEX rule_set_draft ON rule.rule_set (kind) WHERE state = 'draft';
CREATE UNIQUE INDEX rule_set_in_force ON rule.rule_set (kind) WHERE state = 'in-force';

-- What was signed is not changed again.
CREATE FUNCTION rule.keep_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'draft' AND (NEW.rows, NEW.why, NEW.kind, NEW.version, NEW.in_force_at)
            IS DISTINCT FROM (OLD.rows, OLD.why, OLD.kind, OLD.version, OLD.in_force_at) THEN
        RAISE EXCEPTION 'version % of % is no draft, and is not changed', OLD.version, OLD.kind;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER keep_signed BEFORE UPDATE ON rule.rule_set FOR EACH ROW EXECUTE FUNCTION rule.keep_signed();
