-- Nobody asks for a match by a number of its own; each that is written cost an entry in its index.
ALTER TABLE finding.match DROP COLUMN id;
