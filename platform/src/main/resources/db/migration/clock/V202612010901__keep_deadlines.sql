-- Deadlines as their owners found them. Whose they are, this module does not know; it says when they warn and when they are
-- over, each once. None is deleted: what no longer runs stays with its last state.
CREATE SCHEMA clock;
GRANT USAGE ON SCHEMA clock TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA clock GRANT SELECT, INSERT ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA clock GRANT USAGE ON SEQUENCES TO ward_app;

-- key: which of its owner's clocks it is: the clock and what started it. last_day: null for a clock of hours. ends_at: the last
-- instant of a clock of hours, the first after the last day of one of days; over_at: the first that is too late.
-- relied-on: nobody did it, and nothing is asked while something else holds. void: a fact that started it is gone.
-- next_at: when it warns or is over next; null when it does neither any more.
CREATE TABLE clock.deadline (
    id         uuid PRIMARY KEY,
    owner_kind text NOT NULL CHECK (owner_kind <> ''),
    owner_id   uuid NOT NULL,
    key        text NOT NULL CHECK (key <> ''),
    clock      text NOT NULL CHECK (clock <> ''),
    name       text NOT NULL,
    rule_set   text NOT NULL,
    authority  text NOT NULL,
    binding    text NOT NULL CHECK (binding IN ('law', 'guidance', 'own')),
    started_by text NOT NULL,
    start_text text NOT NULL,
    start_at   timestamptz NOT NULL,
    last_day   date,
    zone       text NOT NULL,
    ends_at    timestamptz NOT NULL,
    over_at    timestamptz NOT NULL,
    warns_at   timestamptz[] NOT NULL,
    state      text NOT NULL
               CHECK (state IN ('running', 'warning', 'overdue', 'relied-on', 'stopped', 'stopped-late', 'void')),
    stopped    text,
    missing    text[] NOT NULL,
    steps      text[] NOT NULL,
    next_at    timestamptz,
    changed_at timestamptz NOT NULL,
    UNIQUE (owner_kind, owner_id, key)
);
CREATE INDEX deadline_next ON clock.deadline (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX deadline_open ON clock.deadline (over_at, id) WHERE state IN ('running', 'warning', 'overdue', 'relied-on');
GRANT UPDATE ON clock.deadline TO ward_app;

-- What was told of a deadline, each once, in the order in which it was told; fired_at is later than due_at when nobody was there.
CREATE TABLE clock.alarm (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deadline_id uuid NOT NULL REFERENCES clock.deadline,
    due_at      timestamptz NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('warning', 'over')),
    place       smallint NOT NULL,
    fired_at    timestamptz NOT NULL,
    UNIQUE (deadline_id, kind, due_at)
);

-- Published: all deadlines. Whoever reads it shows a row to nobody who may not see its owner.
CREATE VIEW clock.published_deadline AS
SELECT id AS deadline_id, owner_kind, owner_id, clock, name, rule_set, authority, binding, started_by, start_text, start_at,
       last_day, zone, ends_at, over_at, warns_at, state, stopped, missing, steps, next_at, changed_at
  FROM clock.deadline;

-- Published: what was told. place: which of its warnings it was, from 1.
CREATE VIEW clock.published_alarm AS
SELECT number, deadline_id, due_at, kind, place, fired_at FROM clock.alarm;
