-- Deviations and steps back are electronic signatures from now on: signature.signature holds them, by record
-- 'deviation' and 'step-back'. Those that were confirmed with a re-entered password before stay what they are.
ALTER TABLE lifecycle.deviation
    ADD COLUMN signed boolean NOT NULL DEFAULT false,
    ALTER COLUMN reentered_at DROP NOT NULL,
    ADD CHECK (signed = (reentered_at IS NULL));

ALTER TABLE lifecycle.stage_entry
    ADD COLUMN signed boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT stage_entry_check1,
    ADD CONSTRAINT stage_entry_backward CHECK (NOT backward OR signed OR reentered_at IS NOT NULL);
