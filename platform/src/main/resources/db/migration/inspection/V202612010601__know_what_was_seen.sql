-- record_kind, record_id: what the line is about, as the audit trail names it, so that an embargo hides it; null where it is about
-- no single record.
ALTER TABLE inspection.seen
    ADD COLUMN record_kind text CHECK (record_kind IN ('case', 'assessment')),
    ADD COLUMN record_id   text,
    ADD CHECK ((record_kind IS NULL) = (record_id IS NULL));
UPDATE inspection.seen
   SET record_kind = CASE WHEN path LIKE '%/cases/%' THEN 'case' ELSE 'assessment' END,
       record_id = substring(path FROM '/(?:cases|decisions)/([^/]+)')
 WHERE path ~ '/(cases|decisions)/[^/]+';
