-- What customers see of their own, and what they say of it.
--
-- People of customers read in the role ward_portal and in their organisation's name (identity.present_organisation):
-- tables by row-level security, and what is nobody's (releases, SBOMs) by the views own_…, which ask for the name
-- themselves and show what is installed there.
CREATE SCHEMA portal;
GRANT USAGE ON SCHEMA portal TO ward_app, ward_portal;
ALTER DEFAULT PRIVILEGES IN SCHEMA portal GRANT SELECT, INSERT ON TABLES TO ward_app;

-- A file in which a customer said something line by line.
CREATE TABLE portal.claim_file (
    id          uuid PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES customer.customer,
    name        text NOT NULL,
    sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    made_at     timestamptz NOT NULL,
    actor_kind  text NOT NULL,
    actor_id    text NOT NULL,
    actor_name  text NOT NULL
);
CREATE INDEX claim_file_customer ON portal.claim_file (customer_id, made_at DESC, id DESC);

-- What a customer says: of a device ("device"), of a person there ("contact"), or that it asks for an SBOM ("sbom"). It
-- changes nothing until somebody accepts it, and is never changed or removed itself; state follows from portal.ending.
--
-- device_id: null for a device that is not among the customer's. device_name, di, serial, lot: what it was called then; udi:
-- as it was scanned or typed. presence: whether it is here, and if not, what became of it. release_id: what is installed, of
-- the releases that the customer sees; null where only version says it, as it was typed. since: from when on. networked: null
-- where nothing is said of it. contact: what is said of a person; taken out when the claim has ended, as it is personal.
-- digest: over what is said, so that what stands open is not said twice. file_id, line: where it stood; null when it was
-- typed.
CREATE TABLE portal.claim (
    id           uuid PRIMARY KEY,
    customer_id  uuid NOT NULL REFERENCES customer.customer,
    kind         text NOT NULL CHECK (kind IN ('device', 'contact', 'sbom')),
    device_id    uuid REFERENCES device.device,
    udi          text CHECK (udi <> ''),
    di           text CHECK (di <> ''),
    serial       text CHECK (serial <> ''),
    lot          text CHECK (lot <> ''),
    device_name  text CHECK (device_name <> ''),
    presence     text CHECK (presence IN ('here', 'moved', 'decommissioned', 'lost', 'unknown')),
    release_id   uuid REFERENCES product.release,
    version      text CHECK (version <> ''),
    since        date,
    site_id      uuid,
    networked    boolean,
    note         text CHECK (note <> ''),
    contact_id   uuid,
    contact      jsonb,
    digest       bytea NOT NULL CHECK (length(digest) = 32),
    state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'refused', 'withdrawn')),
    made_at      timestamptz NOT NULL,
    actor_kind   text NOT NULL,
    actor_id     text NOT NULL,
    actor_name   text NOT NULL,
    file_id      uuid REFERENCES portal.claim_file,
    line         integer CHECK (line > 0),
    FOREIGN KEY (customer_id, site_id) REFERENCES customer.site (customer_id, id),
    FOREIGN KEY (customer_id, contact_id) REFERENCES customer.contact (customer_id, id),
    CHECK ((kind = 'device') = (presence IS NOT NULL)),
    CHECK (kind <> 'sbom' OR release_id IS NOT NULL),
    CHECK (kind = 'contact' OR (contact_id IS NULL AND contact IS NULL)),
    CHECK (release_id IS NULL OR version IS NOT NULL),
    CHECK ((file_id IS NULL) = (line IS NULL))
);
CREATE UNIQUE INDEX claim_open ON portal.claim (customer_id, digest) WHERE state = 'open';
CREATE INDEX claim_customer ON portal.claim (customer_id, made_at DESC, id DESC);
CREATE INDEX claim_state ON portal.claim (state, made_at, id);
CREATE INDEX claim_device ON portal.claim (device_id, made_at DESC) WHERE device_id IS NOT NULL;
CREATE INDEX claim_file_line ON portal.claim (file_id, line) WHERE file_id IS NOT NULL;
CREATE INDEX claim_sbom ON portal.claim (customer_id, release_id) WHERE kind = 'sbom';

-- Each line of a file, as it stood there, with what came of it; claim_id: null when it became none.
CREATE TABLE portal.claim_line (
    file_id     uuid NOT NULL REFERENCES portal.claim_file,
    customer_id uuid NOT NULL REFERENCES customer.customer,
    line        integer NOT NULL CHECK (line > 0),
    content     text NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('claimed', 'repeated', 'unread')),
    trouble     text CHECK (trouble <> ''),
    claim_id    uuid REFERENCES portal.claim,
    PRIMARY KEY (file_id, line),
    CHECK ((outcome = 'unread') = (trouble IS NOT NULL))
);

-- How a claim ended, once. reason: why it was refused, for the customer to read. known: what Ward knew at that moment.
CREATE TABLE portal.ending (
    claim_id    uuid PRIMARY KEY REFERENCES portal.claim,
    customer_id uuid NOT NULL REFERENCES customer.customer,
    outcome     text NOT NULL CHECK (outcome IN ('accepted', 'refused', 'withdrawn')),
    reason      text CHECK (reason <> ''),
    known       jsonb,
    at          timestamptz NOT NULL,
    actor_kind  text NOT NULL,
    actor_id    text NOT NULL,
    actor_name  text NOT NULL,
    CHECK (outcome <> 'refused' OR reason IS NOT NULL)
);

CREATE FUNCTION portal.end_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE portal.claim SET state = NEW.outcome, contact = NULL
     WHERE id = NEW.claim_id AND customer_id = NEW.customer_id AND state = 'open';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no open claim % of customer %', NEW.claim_id, NEW.customer_id;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER end_claim AFTER INSERT ON portal.ending FOR EACH ROW EXECUTE FUNCTION portal.end_claim();

-- Whether customers get the SBOMs of a product: never where nothing stands here.
CREATE TABLE portal.sbom_policy (
    product_id uuid PRIMARY KEY REFERENCES product.product,
    policy     text NOT NULL CHECK (policy IN ('never', 'on-request', 'always')),
    changed_at timestamptz NOT NULL
);
GRANT UPDATE ON portal.sbom_policy TO ward_app;

ALTER TABLE portal.claim_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.claim_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.ending ENABLE ROW LEVEL SECURITY;
CREATE POLICY inside ON portal.claim_file TO ward_app USING (true);
CREATE POLICY inside ON portal.claim TO ward_app USING (true);
CREATE POLICY inside ON portal.claim_line TO ward_app USING (true);
CREATE POLICY inside ON portal.ending TO ward_app USING (true);
CREATE POLICY own ON portal.claim_file TO ward_portal USING (customer_id = identity.present_organisation());
CREATE POLICY own ON portal.claim TO ward_portal USING (customer_id = identity.present_organisation());
CREATE POLICY own ON portal.claim_line TO ward_portal USING (customer_id = identity.present_organisation());
CREATE POLICY own ON portal.ending TO ward_portal USING (customer_id = identity.present_organisation())
    WITH CHECK (customer_id = identity.present_organisation() AND outcome = 'withdrawn');
GRANT SELECT, INSERT ON portal.claim_file, portal.claim_line TO ward_portal;
GRANT SELECT ON portal.claim TO ward_portal;
-- The state of a claim is not its maker's to say.
GRANT INSERT (id, customer_id, kind, device_id, udi, di, serial, lot, device_name, presence, release_id, version, since,
              site_id, networked, note, contact_id, contact, digest, made_at, actor_kind, actor_id, actor_name, file_id,
              line)
   ON portal.claim TO ward_portal;
-- Who of the manufacturer decided is not told.
GRANT SELECT (claim_id, customer_id, outcome, reason, at), INSERT ON portal.ending TO ward_portal;

-- Of what the present organisation has something.
CREATE VIEW portal.own_holding AS
SELECT t.product_id, t.model_id, t.release_id
  FROM device.published_tally t
 WHERE t.customer_id = identity.present_organisation()
UNION
SELECT o.product_id, o.model_id, o.release_id
  FROM device.published_population o
 WHERE o.customer_id = identity.present_organisation();

-- The releases that are installed at the present organisation, and those that came out for the products that it has.
CREATE VIEW portal.own_release AS
SELECT r.release_id, r.product_id, r.product_name, r.model_id, r.model_name, r.version, r.released_on,
       r.release_id IN (SELECT h.release_id FROM portal.own_holding h WHERE h.release_id IS NOT NULL) AS installed
  FROM product.published_release r
 WHERE r.release_id IN (SELECT h.release_id FROM portal.own_holding h WHERE h.release_id IS NOT NULL)
    OR (NOT r.archived
        AND r.released_on <= current_date
        AND r.product_id IN (SELECT h.product_id FROM portal.own_holding h));

CREATE VIEW portal.own_product AS
SELECT p.product_id, p.name
  FROM product.published_product p
 WHERE p.product_id IN (SELECT h.product_id FROM portal.own_holding h);

CREATE VIEW portal.own_model AS
SELECT m.model_id, m.product_id, m.name
  FROM product.published_model m
 WHERE m.product_id IN (SELECT h.product_id FROM portal.own_holding h);

-- The SBOMs of what is installed at the present organisation: policy "on-request" or "always", and whether they may be
-- had now. Of a product whose SBOMs nobody gets there is no row. ending: of the file's name, which is not told itself.
CREATE VIEW portal.own_sbom AS
SELECT s.release_id, s.snapshot_id, s.sha256, s.size, s.format, s.spec_version, s.components, s.completed_at, p.policy,
       coalesce(substring(lower(s.file_name) FROM '((\.(cdx|spdx|json|xml|gz|zip))+)$'), '') AS ending,
       p.policy = 'always'
       OR EXISTS (SELECT FROM portal.claim c
                   WHERE c.customer_id = identity.present_organisation() AND c.kind = 'sbom'
                     AND c.release_id = s.release_id AND c.state = 'accepted') AS given
  FROM portal.own_release r
  JOIN portal.sbom_policy p ON p.product_id = r.product_id AND p.policy <> 'never'
  JOIN sbom.published_snapshot s ON s.release_id = r.release_id AND s.current
 WHERE r.installed;

CREATE VIEW portal.own_sbom_piece AS
SELECT s.release_id, s.sha256, d.number, d.bytes
  FROM portal.own_sbom s
  JOIN document.published_piece d ON d.sha256 = s.sha256
 WHERE s.given;

GRANT SELECT ON portal.own_holding, portal.own_release, portal.own_product, portal.own_model, portal.own_sbom,
                portal.own_sbom_piece
   TO ward_portal;

-- Whatever else names a customer is closed to people from outside until somebody opens it. What PostgreSQL empties after a
-- crash is staging; it stays as it is, as nobody could COPY into it otherwise.
DO $$
DECLARE
    open regclass;
BEGIN
    FOR open IN
        SELECT c.oid
          FROM pg_class c
          JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'customer_id' AND NOT a.attisdropped
         WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND NOT c.relrowsecurity AND c.relowner = current_user::regrole
           AND n.nspname NOT LIKE 'pg%'
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', open);
        EXECUTE format('CREATE POLICY inside ON %s TO ward_app USING (true)', open);
    END LOOP;
END
$$;
