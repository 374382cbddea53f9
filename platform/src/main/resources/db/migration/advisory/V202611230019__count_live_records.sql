-- How many live records a source has is counted without reading them.
CREATE INDEX record_published ON advisory.record (source) WHERE state = 'PUBLISHED';
