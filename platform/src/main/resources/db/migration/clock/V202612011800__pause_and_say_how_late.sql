-- A deadline stands still while its owner says so; it tells nothing then.
ALTER TABLE clock.deadline DROP CONSTRAINT deadline_state_check;
ALTER TABLE clock.deadline ADD CONSTRAINT deadline_state_check
    CHECK (state IN ('running', 'warning', 'overdue', 'paused', 'relied-on', 'stopped', 'stopped-late', 'void'));
DROP INDEX clock.deadline_open;
CREATE INDEX deadline_open ON clock.deadline (over_at, id)
    WHERE state IN ('running', 'warning', 'overdue', 'paused', 'relied-on');

-- end_known_at: since when its end is known as it is. What was entered after a deadline was over is told late for another reason
-- than that nobody was there.
ALTER TABLE clock.deadline ADD COLUMN end_known_at timestamptz;
UPDATE clock.deadline SET end_known_at = changed_at;
ALTER TABLE clock.deadline ALTER COLUMN end_known_at SET NOT NULL;

-- known_at: since when it was known that it would be told then.
ALTER TABLE clock.alarm ADD COLUMN known_at timestamptz;

-- Published: what was told, and since when it could have been. known_at: null of what was told before that was kept.
CREATE OR REPLACE VIEW clock.published_alarm AS
SELECT number, deadline_id, due_at, kind, place, fired_at, known_at FROM clock.alarm;
