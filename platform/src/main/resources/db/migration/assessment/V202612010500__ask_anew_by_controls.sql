-- A compensating control that was verified or withdrawn after a decision, or has expired since, asks for another one.
ALTER TABLE assessment.outdated DROP CONSTRAINT outdated_trigger_check;
ALTER TABLE assessment.outdated ADD CHECK (trigger IN ('kev', 'exploitation', 'advisory', 'performance', 'matrix',
                                                       'exploitability', 'date', 'release', 'recheck', 'configuration',
                                                       'control'));
