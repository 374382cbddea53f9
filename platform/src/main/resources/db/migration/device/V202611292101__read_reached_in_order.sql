-- The first page of the units that a vulnerability reaches puts the first units of some hundred releases together. Of a
-- release in the order of their ids they are read, where all of them were read and sorted.
DROP INDEX device.device_release;
CREATE INDEX device_release ON device.device (release_id, id);
