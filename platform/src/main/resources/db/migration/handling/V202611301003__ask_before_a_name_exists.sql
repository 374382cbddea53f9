-- "Are we affected?", asked before any vulnerability has a name: what was asked, what people may say meanwhile, and what
-- was done hour by hour. The answer is read anew from the SBOMs each time.
CREATE TABLE handling.inquiry (
    id         uuid PRIMARY KEY,
    title      text NOT NULL CHECK (title <> ''),
    component  text NOT NULL CHECK (component <> ''),
    beginning  boolean NOT NULL,
    versions   text CHECK (versions <> ''),
    statement  text CHECK (statement <> ''),
    case_id    uuid REFERENCES handling.vulnerability_case,
    revision   integer NOT NULL DEFAULT 1,
    asked_at   timestamptz NOT NULL,
    asked_by   text NOT NULL
);
CREATE INDEX inquiry_asked ON handling.inquiry (asked_at DESC, id DESC);
CREATE INDEX inquiry_case ON handling.inquiry (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE handling.inquiry_entry (
    id         uuid PRIMARY KEY,
    inquiry_id uuid NOT NULL REFERENCES handling.inquiry,
    at         timestamptz NOT NULL,
    actor_id   text NOT NULL,
    actor_name text NOT NULL,
    what       text NOT NULL,
    detail     text,
    because    text
);
CREATE INDEX inquiry_entry_inquiry ON handling.inquiry_entry (inquiry_id, at, id);
REVOKE UPDATE ON handling.inquiry_entry FROM ward_app;

CREATE OR REPLACE VIEW handling.published_restriction AS
SELECT 'case' AS subject_type, c.public_id AS subject_id, c.restricted_to
  FROM handling.vulnerability_case c
 WHERE c.restricted_to IS NOT NULL
 UNION ALL
SELECT 'signal', s.id::text, c.restricted_to
  FROM handling.vulnerability_case c
  JOIN handling.signal s ON s.case_id = c.id
 WHERE c.restricted_to IS NOT NULL
 UNION ALL
SELECT 'signal', d.id::text, c.restricted_to
  FROM handling.vulnerability_case c
  JOIN handling.signal s ON s.case_id = c.id
  JOIN handling.signal d ON d.duplicate_of = s.id
 WHERE c.restricted_to IS NOT NULL
 UNION ALL
SELECT 'inquiry', i.id::text, c.restricted_to
  FROM handling.vulnerability_case c
  JOIN handling.inquiry i ON i.case_id = c.id
 WHERE c.restricted_to IS NOT NULL;
