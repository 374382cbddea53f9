-- Jobs that wait or run are counted without reading those that have ended.
CREATE INDEX job_unfinished ON job.job (kind, status, submitted_at) WHERE status IN ('queued', 'running');
