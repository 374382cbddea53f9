-- When a source was last heard is found without reading the imports that failed since.
CREATE INDEX import_heard ON advisory.import (source, begun_at DESC) WHERE outcome IN ('completed', 'nothing_new');
