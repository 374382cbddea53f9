-- The cases that were merged into one are found without reading all.
CREATE INDEX vulnerability_case_merged ON handling.vulnerability_case (merged_into) WHERE merged_into IS NOT NULL;
