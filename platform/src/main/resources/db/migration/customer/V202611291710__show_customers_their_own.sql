-- Who comes from outside sees their own organisation's rows, whatever statement asks.
ALTER TABLE customer.customer ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer.site ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer.contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer.consent ENABLE ROW LEVEL SECURITY;

CREATE POLICY inside ON customer.customer TO ward_app USING (true);
CREATE POLICY inside ON customer.site TO ward_app USING (true);
CREATE POLICY inside ON customer.contact TO ward_app USING (true);
CREATE POLICY inside ON customer.consent TO ward_app USING (true);

CREATE POLICY own ON customer.customer FOR SELECT TO ward_portal USING (id = identity.present_organisation());
CREATE POLICY own ON customer.site FOR SELECT TO ward_portal USING (customer_id = identity.present_organisation());
CREATE POLICY own ON customer.contact FOR SELECT TO ward_portal USING (customer_id = identity.present_organisation());
CREATE POLICY own ON customer.consent FOR SELECT TO ward_portal USING (customer_id = identity.present_organisation());

GRANT USAGE ON SCHEMA customer TO ward_portal;
GRANT SELECT ON customer.customer, customer.site, customer.contact, customer.consent TO ward_portal;
GRANT SELECT ON customer.published_customer, customer.published_site, customer.published_contact TO ward_portal;
