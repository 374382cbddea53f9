-- VEX that the manufacturer published before Ward was used becomes past decisions, as its tables do.

-- vex_id: the document that was brought as our own; null for a table. A document is brought once, and tried again after.
ALTER TABLE assessment.past_import ADD COLUMN vex_id uuid REFERENCES assessment.vex_document;
CREATE UNIQUE INDEX past_import_vex ON assessment.past_import (vex_id) WHERE vex_id IS NOT NULL;

-- release_id: where a statement was found to belong to it; null for rows of tables, which name their release.
ALTER TABLE assessment.past_staged ADD COLUMN release_id uuid;
