-- Who comes from outside sees their own organisation's devices, whatever statement asks, and of the manufacturer's work
-- with them nothing: not who changed what, nor what was made and shipped.
ALTER TABLE device.device ENABLE ROW LEVEL SECURITY;
ALTER TABLE device.history ENABLE ROW LEVEL SECURITY;
ALTER TABLE device.tally ENABLE ROW LEVEL SECURITY;
ALTER TABLE device.population ENABLE ROW LEVEL SECURITY;
ALTER TABLE device.population_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE device.shipment ENABLE ROW LEVEL SECURITY;
ALTER TABLE device.shipment_serial ENABLE ROW LEVEL SECURITY;

CREATE POLICY inside ON device.device TO ward_app USING (true);
CREATE POLICY inside ON device.history TO ward_app USING (true);
CREATE POLICY inside ON device.tally TO ward_app USING (true);
CREATE POLICY inside ON device.population TO ward_app USING (true);
CREATE POLICY inside ON device.population_count TO ward_app USING (true);
CREATE POLICY inside ON device.shipment TO ward_app USING (true);
CREATE POLICY inside ON device.shipment_serial TO ward_app USING (true);

CREATE POLICY own ON device.device FOR SELECT TO ward_portal USING (customer_id = identity.present_organisation());
CREATE POLICY own ON device.history FOR SELECT TO ward_portal USING (customer_id = identity.present_organisation());
CREATE POLICY own ON device.tally FOR SELECT TO ward_portal USING (customer_id = identity.present_organisation());
CREATE POLICY own ON device.population FOR SELECT TO ward_portal USING (customer_id = identity.present_organisation());

GRANT USAGE ON SCHEMA device TO ward_portal;
GRANT SELECT ON device.device, device.history, device.tally, device.population TO ward_portal;
GRANT SELECT (number, source, source_id) ON device.change_set TO ward_portal;
GRANT SELECT ON device.published_device, device.published_history, device.published_tally, device.published_population
   TO ward_portal;
