-- An end may move when a calendar or a set of rules is corrected. over_at: the end of which an alarm warned; a warning is not told
-- again while it would come before that.
ALTER TABLE clock.alarm ADD COLUMN over_at timestamptz;
UPDATE clock.alarm a SET over_at = d.over_at FROM clock.deadline d WHERE d.id = a.deadline_id;
ALTER TABLE clock.alarm ALTER COLUMN over_at SET NOT NULL;
-- round: how often its deadline had been opened again before; what is over once more is told once more.
ALTER TABLE clock.alarm ADD COLUMN round smallint NOT NULL DEFAULT 0;
ALTER TABLE clock.alarm DROP CONSTRAINT alarm_deadline_id_kind_due_at_key;
ALTER TABLE clock.alarm ADD UNIQUE (deadline_id, kind, due_at, round);

-- Each time that the end of a deadline became another one. reopened: whether it had been told that it is over, and no longer is; it is
-- told once more when the new end has passed.
CREATE TABLE clock.move (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deadline_id  uuid NOT NULL REFERENCES clock.deadline,
    moved_at     timestamptz NOT NULL,
    was_last_day date,
    was_over_at  timestamptz NOT NULL,
    last_day     date,
    over_at      timestamptz NOT NULL,
    reopened     boolean NOT NULL
);
CREATE INDEX move_deadline ON clock.move (deadline_id, number);
CREATE INDEX move_moved_at ON clock.move (moved_at);

-- Published: ends that became others. Whoever reads it shows a row to nobody who may not see the deadline's owner.
CREATE VIEW clock.published_move AS
SELECT number, deadline_id, moved_at, was_last_day, was_over_at, last_day, over_at, reopened FROM clock.move;
