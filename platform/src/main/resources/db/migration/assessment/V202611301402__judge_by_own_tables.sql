-- exploitability_table: by which the class of exploitability was found. Until now it was Ward's own.
ALTER TABLE assessment.decision ADD COLUMN exploitability_table text NOT NULL DEFAULT 'ward:EXPL:1.0.0';
ALTER TABLE assessment.decision ALTER COLUMN exploitability_table DROP DEFAULT;
ALTER TABLE assessment.outdated DROP CONSTRAINT outdated_trigger_check;
ALTER TABLE assessment.outdated ADD CHECK (trigger IN ('kev', 'exploitation', 'advisory', 'performance', 'matrix',
                                                       'exploitability', 'date', 'release', 'recheck'));
