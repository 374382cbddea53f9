-- Who answers for a token: the person who made it, or who made the token that made it (account_id), and the token by
-- which it was made (parent_id). Both are null for what the command line made.
ALTER TABLE identity.token
    ADD COLUMN account_id uuid REFERENCES identity.account,
    ADD COLUMN parent_id  uuid REFERENCES identity.token;

-- Where a token made a token that made a token, the first of them is the parent of all.
WITH RECURSIVE chain (id, maker, parent) AS (
    SELECT id, created_by, NULL::uuid FROM identity.token
     UNION
    SELECT c.id, m.created_by, m.id FROM chain c JOIN identity.token m ON m.id::text = c.maker
)
UPDATE identity.token t
   SET account_id = (SELECT a.id FROM identity.account a WHERE a.id::text = c.maker),
       parent_id = c.parent
  FROM chain c
 WHERE c.id = t.id AND NOT EXISTS (SELECT FROM identity.token m WHERE m.id::text = c.maker);

CREATE INDEX token_account ON identity.token (account_id);
CREATE INDEX token_parent ON identity.token (parent_id);
