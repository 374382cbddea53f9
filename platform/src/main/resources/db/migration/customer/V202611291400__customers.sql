-- Customers, their sites, the people there, and who agreed to which notices. Patients are never among them: a device at
-- home or in a body is reached through the clinic or the distributor that knows whose it is.
--
-- Its face for other modules are the views named published_…; nothing else is read from outside.
CREATE SCHEMA customer;
GRANT USAGE ON SCHEMA customer TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA customer GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA customer GRANT USAGE ON SEQUENCES TO ward_app;

-- country: ISO 3166-1 alpha-2, null when it is not known. reference: the manufacturer's own number, as in its ERP.
CREATE TABLE customer.customer (
    id         uuid PRIMARY KEY,
    name       text NOT NULL CHECK (name <> ''),
    kind       text NOT NULL
               CHECK (kind IN ('hospital', 'clinic', 'distributor', 'importer', 'integrator', 'other')),
    country    text CHECK (country ~ '^[A-Z]{2}$'),
    region     text CHECK (region <> ''),
    reference  text CHECK (reference <> ''),
    archived   boolean NOT NULL DEFAULT false,
    revision   integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
-- Hospitals of one name are told apart by their country and their reference.
CREATE UNIQUE INDEX customer_name ON customer.customer (lower(name), country, lower(reference)) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX customer_reference ON customer.customer (lower(reference)) WHERE reference IS NOT NULL;
CREATE INDEX customer_by_name ON customer.customer (left(lower(name), 200), id);
CREATE INDEX customer_country ON customer.customer (country, id);

CREATE TABLE customer.site (
    id          uuid PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES customer.customer,
    name        text NOT NULL CHECK (name <> ''),
    address     text CHECK (address <> ''),
    city        text CHECK (city <> ''),
    region      text CHECK (region <> ''),
    postal_code text CHECK (postal_code <> ''),
    country     text CHECK (country ~ '^[A-Z]{2}$'),
    phone       text CHECK (phone <> ''),
    reference   text CHECK (reference <> ''),
    archived    boolean NOT NULL DEFAULT false,
    revision    integer NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    UNIQUE (customer_id, id)
);
CREATE UNIQUE INDEX site_name ON customer.site (customer_id, lower(name));
CREATE UNIQUE INDEX site_reference ON customer.site (customer_id, lower(reference)) WHERE reference IS NOT NULL;

-- A person at a customer. Of one whose data were erased, the row stays without them, so that it can still be told that
-- somebody was notified.
CREATE TABLE customer.contact (
    id          uuid PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES customer.customer,
    site_id     uuid,
    name        text CHECK (name <> ''),
    role        text NOT NULL CHECK (role IN ('security', 'biomedical-engineering', 'clinical', 'other')),
    email       text CHECK (email <> ''),
    phone       text CHECK (phone <> ''),
    language    text CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
    channels    text[] NOT NULL DEFAULT '{}' CHECK (channels <@ ARRAY['email', 'phone', 'letter', 'portal']),
    erased_at   timestamptz,
    revision    integer NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    UNIQUE (customer_id, id),
    FOREIGN KEY (customer_id, site_id) REFERENCES customer.site (customer_id, id),
    CHECK ((erased_at IS NULL) = (name IS NOT NULL)),
    CHECK (erased_at IS NULL OR (email IS NULL AND phone IS NULL))
);
CREATE INDEX contact_customer ON customer.contact (customer_id, lower(name), id);

-- To which kind of notice a contact agreed, from when to when. Notices that the law demands need no consent; that a
-- contact wants them is still worth knowing.
CREATE TABLE customer.consent (
    id           uuid PRIMARY KEY,
    customer_id  uuid NOT NULL,
    contact_id   uuid NOT NULL,
    kind         text NOT NULL
                 CHECK (kind IN ('advisory', 'security-notice', 'field-action', 'lifecycle', 'newsletter')),
    given_at     timestamptz NOT NULL,
    withdrawn_at timestamptz,
    FOREIGN KEY (customer_id, contact_id) REFERENCES customer.contact (customer_id, id),
    CHECK (withdrawn_at >= given_at)
);
CREATE UNIQUE INDEX consent_present ON customer.consent (contact_id, kind) WHERE withdrawn_at IS NULL;
CREATE INDEX consent_contact ON customer.consent (contact_id);

-- Published: customers, the archived too.
CREATE VIEW customer.published_customer WITH (security_invoker = true) AS
SELECT id AS customer_id, name, kind, country, region, reference, archived
  FROM customer.customer;

-- Published: sites, the archived too; a site is archived with its customer. "country" is the customer's when the site
-- has none of its own.
CREATE VIEW customer.published_site WITH (security_invoker = true) AS
SELECT s.id AS site_id, s.customer_id, s.name, s.address, s.city, s.region, s.postal_code,
       coalesce(s.country, c.country) AS country, s.phone, s.reference, s.archived OR c.archived AS archived
  FROM customer.site s
  JOIN customer.customer c ON c.id = s.customer_id;

-- Published: whom to tell, how, and to what they agreed. Personal data: a module that reads it says why.
CREATE VIEW customer.published_contact WITH (security_invoker = true) AS
SELECT t.id AS contact_id, t.customer_id, t.site_id, t.name, t.role, t.email, t.phone, t.language, t.channels,
       ARRAY(SELECT n.kind FROM customer.consent n WHERE n.contact_id = t.id AND n.withdrawn_at IS NULL
              ORDER BY n.kind) AS consents
  FROM customer.contact t
 WHERE t.erased_at IS NULL;
