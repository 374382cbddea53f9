-- SIGNATURE: an electronic signature stands under the version's content. What was approved before stays what it was.
ALTER TABLE performance.version DROP CONSTRAINT version_means_check;
ALTER TABLE performance.version ADD CHECK (means IN ('RE_ENTERED_PASSWORD', 'SIGNATURE'));
