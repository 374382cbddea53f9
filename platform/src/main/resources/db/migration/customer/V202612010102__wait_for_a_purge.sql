-- Since when somebody is no contact any more. What is personal of them waits for a signed purge, and tells nobody anything.
ALTER TABLE customer.contact ADD COLUMN left_at timestamptz;
CREATE INDEX contact_left ON customer.contact (left_at) WHERE left_at IS NOT NULL AND erased_at IS NULL;

CREATE OR REPLACE VIEW customer.published_contact WITH (security_invoker = true) AS
SELECT t.id AS contact_id, t.customer_id, t.site_id, t.name, t.role, t.email, t.phone, t.language, t.channels,
       ARRAY(SELECT n.kind FROM customer.consent n WHERE n.contact_id = t.id AND n.withdrawn_at IS NULL
              ORDER BY n.kind) AS consents
  FROM customer.contact t
 WHERE t.erased_at IS NULL AND t.left_at IS NULL;
