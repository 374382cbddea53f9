-- The format of a record's stored keys (dev.ward.standards.codec.StoredKey.FORMAT); keys of another format than the
-- program's are made again.
ALTER TABLE advisory.record ADD COLUMN keys_format smallint NOT NULL DEFAULT 1;
CREATE INDEX record_keys_format ON advisory.record (keys_format);

-- A change set in which keys were made again comes from no import; its source is 'keys'.
ALTER TABLE advisory.change_set ALTER COLUMN import_id DROP NOT NULL;
