-- A new fact about another vulnerability of a chain asks for another decision, as one about the first does.

-- Which vulnerability a line of a chain names; null when no source knows one of that name. Words may follow the name.
CREATE FUNCTION assessment.vulnerability_called(line text) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT n.vulnerability_id
      FROM advisory.published_name n
     WHERE n.name IN (line, upper(line), split_part(line, ' ', 1), upper(rtrim(split_part(line, ' ', 1), ',;:.')))
     ORDER BY n.name <> line
     LIMIT 1
$$;

-- What was known of the others of a decision's chain when it was taken. name: as the decision calls it. vulnerability_id: null
-- where no source knew one of that name.
CREATE TABLE assessment.decision_chained (
    decision_id       uuid NOT NULL REFERENCES assessment.decision (id),
    number            integer NOT NULL,
    name              text NOT NULL CHECK (name <> ''),
    vulnerability_id  uuid,
    kev_since         date,
    exploitation      text,
    advisory_modified timestamptz,
    PRIMARY KEY (decision_id, number)
);
REVOKE UPDATE, DELETE ON assessment.decision_chained FROM ward_app;

-- What was known of others when the decisions of before were taken was not kept: what CISA says by now asks anew, and so does
-- what a source has revised since.
INSERT INTO assessment.decision_chained (decision_id, number, name, vulnerability_id, advisory_modified)
SELECT d.id, c.number, c.name, assessment.vulnerability_called(c.name), d.decided_at
  FROM assessment.decision d,
       jsonb_array_elements_text(d.content::jsonb -> 'determination' -> 'chain') WITH ORDINALITY AS c (name, number)
 WHERE c.name <> '';
