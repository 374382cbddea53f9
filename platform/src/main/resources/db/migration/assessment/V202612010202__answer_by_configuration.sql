-- Whether the vulnerability is in a release as it runs in one configuration. A release of which this is said is what the
-- worst of its configurations is; its row in assessment.presence says so.
CREATE TABLE assessment.presence_configuration (
    assessment_id    uuid NOT NULL,
    release_id       uuid NOT NULL,
    configuration_id uuid NOT NULL REFERENCES product.configuration,
    presence         text NOT NULL CHECK (presence IN ('under-investigation', 'present', 'absent', 'undetermined')),
    justification    text,
    evidence         text NOT NULL,
    recheck_on       date,
    leans_on         jsonb NOT NULL DEFAULT '[]',
    PRIMARY KEY (assessment_id, release_id, configuration_id),
    FOREIGN KEY (assessment_id, release_id) REFERENCES assessment.presence,
    CHECK ((presence = 'absent') = (justification IS NOT NULL)),
    CHECK (presence <> 'absent' OR evidence <> ''),
    CHECK (presence = 'undetermined' OR recheck_on IS NULL),
    CHECK (presence = 'absent' OR leans_on = '[]')
);

-- The configurations of a decision's releases, as they were signed.
CREATE TABLE assessment.decision_configuration (
    decision_id      uuid NOT NULL REFERENCES assessment.decision (id),
    release_id       uuid NOT NULL REFERENCES product.release,
    configuration_id uuid NOT NULL REFERENCES product.configuration,
    presence         text NOT NULL CHECK (presence IN ('present', 'absent', 'undetermined')),
    PRIMARY KEY (decision_id, release_id, configuration_id)
);
REVOKE UPDATE, DELETE ON assessment.decision_configuration FROM ward_app;

ALTER TABLE assessment.outdated DROP CONSTRAINT outdated_trigger_check;
ALTER TABLE assessment.outdated ADD CHECK (trigger IN ('kev', 'exploitation', 'advisory', 'performance', 'matrix',
                                                       'exploitability', 'date', 'release', 'recheck', 'configuration'));
