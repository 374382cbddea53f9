-- A device reports a version, whether it is of a model or of all: with this, one of a product's thousand releases is
-- found and not looked for.
CREATE INDEX release_named ON product.release (product_id, version);
