-- What a model is for: intended use, environments, connectivity, resources, classes, cyber device. A product without models
-- has one of its own. Every version stays as it was saved; the one with the highest number holds.
-- cyber_device: the three conditions of section 524B(c) taken together, as they stood in this version.
CREATE TABLE product.profile_version (
    id           uuid PRIMARY KEY,
    product_id   uuid NOT NULL REFERENCES product.product,
    model_id     uuid,
    version      integer NOT NULL CHECK (version > 0),
    part         text NOT NULL CHECK (part <> ''),
    content      jsonb NOT NULL,
    cyber_device text NOT NULL CHECK (cyber_device IN ('YES', 'NO', 'UNKNOWN')),
    saved_at     timestamptz NOT NULL,
    author_kind  text NOT NULL,
    author_id    text NOT NULL,
    author_name  text NOT NULL,
    UNIQUE NULLS NOT DISTINCT (product_id, model_id, version),
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id)
);
REVOKE UPDATE, DELETE ON product.profile_version FROM ward_app;

-- Under which submissions or certificates a release is on a market. Not every kind has a number.
CREATE TABLE product.submission (
    id         uuid PRIMARY KEY,
    product_id uuid NOT NULL,
    release_id uuid NOT NULL,
    market     text NOT NULL CHECK (market <> ''),
    kind       text NOT NULL CHECK (kind <> ''),
    number     text CHECK (number <> ''),
    decided_on date,
    revision   integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (release_id, market, kind, number),
    FOREIGN KEY (product_id, release_id) REFERENCES product.release (product_id, id)
);
CREATE INDEX submission_number ON product.submission (upper(number));

-- The profile that holds for each model, and for each product that has one of its own (model_id is null).
CREATE VIEW product.published_profile AS
SELECT DISTINCT ON (product_id, model_id)
       product_id, model_id, version, saved_at, cyber_device
  FROM product.profile_version
 ORDER BY product_id, model_id, version DESC;

CREATE VIEW product.published_submission AS
SELECT release_id, market, kind, number, decided_on FROM product.submission;
