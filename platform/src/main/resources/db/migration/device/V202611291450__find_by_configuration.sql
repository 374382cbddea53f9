-- The units of a configuration, in the order in which they became known.
CREATE INDEX device_configuration ON device.device (configuration_id, id) WHERE configuration_id IS NOT NULL;
