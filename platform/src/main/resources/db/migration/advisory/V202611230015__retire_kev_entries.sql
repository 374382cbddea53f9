-- Entries that CISA has removed from its catalogue stay on record, and count no more.
ALTER TABLE advisory.kev ADD COLUMN first_seen timestamptz;
ALTER TABLE advisory.kev ADD COLUMN removed_at timestamptz;

-- Of entries from before this was written down: when they last changed.
UPDATE advisory.kev k
   SET first_seen = coalesce((SELECT c.at FROM advisory.change_set c WHERE c.change_set = k.change_set), now());
ALTER TABLE advisory.kev ALTER COLUMN first_seen SET DEFAULT now();
ALTER TABLE advisory.kev ALTER COLUMN first_seen SET NOT NULL;

COMMENT ON COLUMN advisory.kev.first_seen IS 'When Ward first heard of it.';
COMMENT ON COLUMN advisory.kev.removed_at IS 'When Ward heard a whole catalogue without it; null while it is listed.';

ALTER TABLE advisory.import ADD COLUMN released timestamptz;
ALTER TABLE advisory.import ADD COLUMN retired bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN advisory.import.released IS 'Of a KEV catalogue: when CISA released it, as it says.';
COMMENT ON COLUMN advisory.import.retired IS 'Entries that were known and are no longer listed.';
