-- Notes on rows, and files, as every import has them.
ALTER TABLE device.import_note ADD COLUMN field text NOT NULL DEFAULT '';

-- Null for when the file came. The saved mapping by which a file was read, as it was called and stood then; null when it was none.
ALTER TABLE device.import
    ALTER COLUMN as_of DROP NOT NULL,
    ADD COLUMN mapping_name text,
    ADD COLUMN mapping_revision integer;
