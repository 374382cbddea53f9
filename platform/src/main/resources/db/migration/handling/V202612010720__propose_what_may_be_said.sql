-- What may be said meanwhile begins with what the matrix supports. Kept beside it: whether it was taken over or changed by
-- hand, what the matrix said then, who wrote it down, and when more is told. Of what was kept before, all of it is unknown.
ALTER TABLE handling.inquiry
    ADD COLUMN statement_origin text CHECK (statement_origin IN ('proposed', 'changed', 'own')),
    ADD COLUMN statement_matrix text,
    ADD COLUMN statement_looked_at timestamptz,
    ADD COLUMN statement_at timestamptz,
    ADD COLUMN statement_by text,
    ADD COLUMN next_word_at timestamptz;

-- A line of the log may keep the statement as it stood then.
ALTER TABLE handling.inquiry_entry ADD COLUMN statement text CHECK (statement <> '');
