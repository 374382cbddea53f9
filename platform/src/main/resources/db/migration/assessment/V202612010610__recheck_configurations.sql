-- The day until which an undetermined configuration may stand, also where another one of the release is worse. Of what
-- was signed before, the signed content says it.
ALTER TABLE assessment.decision_configuration
    ADD COLUMN recheck_on date CHECK (presence = 'undetermined' OR recheck_on IS NULL);
UPDATE assessment.decision_configuration k
   SET recheck_on = (c ->> 'recheckOn')::date
  FROM assessment.decision d,
       jsonb_array_elements(d.content::jsonb -> 'releases') AS r,
       jsonb_array_elements(r -> 'configurations') AS c
 WHERE d.id = k.decision_id AND k.presence = 'undetermined'
   AND (r ->> 'release')::uuid = k.release_id AND (c ->> 'configuration')::uuid = k.configuration_id;
