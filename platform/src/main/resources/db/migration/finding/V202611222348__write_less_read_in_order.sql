-- A list reads the findings of one vulnerability, component or release after the other, in the order of those, within
-- one state; the same indexes find the pairs that a change touches.
DROP INDEX finding.finding_pair;
DROP INDEX finding.finding_vulnerability;
DROP INDEX finding.finding_change_set;
CREATE INDEX finding_vulnerability ON finding.finding (vulnerability_id, state, component_id);
CREATE INDEX finding_component ON finding.finding (component_id, state, vulnerability_id);
-- The states that are rare must be found where there are none.
CREATE INDEX finding_waiting ON finding.finding (state, id) WHERE state IN ('candidate', 'source-withdrawn');
CREATE INDEX finding_when ON finding.finding ((coalesce(closed_at, opened_at)));

-- Rows of the history are written by the statement that changes the findings, and looked up by their change set.
ALTER TABLE finding.history DROP CONSTRAINT history_finding_id_fkey;
ALTER TABLE finding.history DROP CONSTRAINT history_change_set_fkey;
ALTER TABLE finding.history DROP CONSTRAINT history_pkey;
DROP INDEX finding.history_change_set;
ALTER TABLE finding.history ADD PRIMARY KEY (change_set, finding_id);

DROP INDEX finding.match_vulnerability;
CREATE INDEX match_component ON finding.match (component_id, vulnerability_id);

-- PostgreSQL 18 makes such ids itself.
DO $$
BEGIN
    IF current_setting('server_version_num')::int >= 180000 THEN
        EXECUTE 'CREATE OR REPLACE FUNCTION finding.new_id() RETURNS uuid LANGUAGE sql VOLATILE AS ''SELECT uuidv7()''';
    END IF;
END
$$;

-- How many findings of each rating are open in each release, kept with every change, so that nobody has to count. A
-- finding counts under the rating that its vulnerability had when it was counted; "counted" knows that rating.
CREATE TABLE finding.counted (
    vulnerability_id uuid PRIMARY KEY,
    rating           smallint NOT NULL
);
CREATE TABLE finding.tally (
    release_id uuid NOT NULL,
    rating     smallint NOT NULL,
    open       bigint NOT NULL,
    PRIMARY KEY (release_id, rating)
);
INSERT INTO finding.counted
SELECT v.vulnerability_id, v.rating
  FROM advisory.published_vulnerability v
 WHERE EXISTS (SELECT FROM finding.finding f WHERE f.vulnerability_id = v.vulnerability_id);
INSERT INTO finding.tally
SELECT f.release_id, c.rating, count(*)
  FROM finding.finding f JOIN finding.counted c USING (vulnerability_id)
 WHERE f.state = 'open'
 GROUP BY 1, 2;
