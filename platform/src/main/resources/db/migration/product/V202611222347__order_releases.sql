-- A release knows the name of its product in the form by which lists are ordered, so that one index holds the order.
ALTER TABLE product.release ADD COLUMN product_order text NOT NULL DEFAULT '';
UPDATE product.release r
   SET product_order = left(lower(p.name), 200)
  FROM product.product p
 WHERE p.id = r.product_id;
CREATE INDEX release_by_product ON product.release (product_order, left(version, 200), id);

CREATE FUNCTION product.order_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT left(lower(name), 200) INTO NEW.product_order FROM product.product WHERE id = NEW.product_id;
    RETURN NEW;
END
$$;
CREATE TRIGGER order_release BEFORE INSERT OR UPDATE OF product_id ON product.release
    FOR EACH ROW EXECUTE FUNCTION product.order_release();

CREATE FUNCTION product.order_releases_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE product.release SET product_order = left(lower(NEW.name), 200) WHERE product_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER order_releases_again AFTER UPDATE OF name ON product.product
    FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION product.order_releases_again();

CREATE OR REPLACE VIEW product.published_release AS
SELECT r.id AS release_id,
       r.product_id,
       p.name AS product_name,
       m.name AS model_name,
       r.version,
       r.released_on,
       r.archived OR p.archived OR coalesce(m.archived, false) AS archived,
       r.product_order
  FROM product.release r
  JOIN product.product p ON p.id = r.product_id
  LEFT JOIN product.model m ON m.id = r.model_id;
