-- Published: on which markets a model is, or a product that has no models, and in which class it is there; null where nobody
-- has said. From the profile that holds.
CREATE VIEW product.published_market_class AS
SELECT v.product_id, v.model_id, m.one ->> 'market' AS market, m.one ->> 'deviceClass' AS device_class, v.saved_at
  FROM (SELECT DISTINCT ON (p.product_id, p.model_id) p.product_id, p.model_id, p.content, p.saved_at
          FROM product.profile_version p
         ORDER BY p.product_id, p.model_id, p.version DESC) v
 CROSS JOIN LATERAL jsonb_array_elements(v.content -> 'classification' -> 'markets') AS m(one);
