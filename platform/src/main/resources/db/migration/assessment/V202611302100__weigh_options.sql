-- What is done about a vulnerability: options, measures, consultation, links into the quality system, documents that it
-- touches. Null where an assessment was decided before these were asked for; the next version begins with them.
ALTER TABLE assessment.assessment ADD COLUMN mitigation jsonb;

-- What was said of controls so far is said of the option now.
UPDATE assessment.assessment
   SET mitigation = jsonb_build_object(
           'options', CASE WHEN determination -> 'effects' = '{}'::jsonb THEN '[]'::jsonb
                      ELSE jsonb_build_array(jsonb_build_object('kind', 'COMPENSATING_CONTROL', 'choice', NULL, 'why', '',
                                                                'aspects', determination -> 'effects')) END,
           'measures', '[]'::jsonb, 'consultations', '[]'::jsonb, 'noConsultation', '', 'links', '[]'::jsonb,
           'noLinks', '{}'::jsonb, 'artefacts', '{}'::jsonb, 'noArtefacts', ''),
       determination = jsonb_set(determination, '{effects}', '{}'::jsonb),
       revision = revision + 1
 WHERE state = 'open';

ALTER TABLE assessment.assessment ADD CHECK (state <> 'open' OR mitigation IS NOT NULL);
