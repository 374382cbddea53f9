-- What is recorded of a release's life, never changed: keys and provisioning in production, installation checks, announcements,
-- notices, transfers of risk, handovers, plans for legacy devices, instructions for sanitisation, the removal of data, revoked
-- certificates. kind: lifecycle.RecordKind, which also says which texts an entry of a kind has. An entry replaces an earlier one
-- by naming it.
CREATE TABLE lifecycle.record (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid NOT NULL UNIQUE,
    kind        text NOT NULL CHECK (kind <> ''),
    product_id  uuid NOT NULL REFERENCES product.product,
    model_id    uuid,
    release_id  uuid REFERENCES product.release,
    market      text NOT NULL REFERENCES lifecycle.market,
    customer_id uuid REFERENCES customer.customer,
    device_id   uuid REFERENCES device.device,
    happened_on date NOT NULL,
    texts       jsonb NOT NULL,
    reference   text CHECK (reference <> ''),
    replaces    uuid UNIQUE REFERENCES lifecycle.record (id),
    actor_kind  text NOT NULL,
    actor_id    text NOT NULL,
    actor_name  text NOT NULL,
    at          timestamptz NOT NULL,
    FOREIGN KEY (product_id, model_id) REFERENCES product.model (product_id, id)
);
CREATE INDEX record_release ON lifecycle.record (release_id, kind, number DESC);
CREATE INDEX record_product ON lifecycle.record (product_id, kind, number DESC);
CREATE INDEX record_kind ON lifecycle.record (kind, number DESC);
CREATE INDEX record_device ON lifecycle.record (device_id) WHERE device_id IS NOT NULL;
CREATE INDEX record_customer ON lifecycle.record (customer_id) WHERE customer_id IS NOT NULL;
REVOKE UPDATE, DELETE ON lifecycle.record FROM ward_app;
ALTER TABLE lifecycle.record ENABLE ROW LEVEL SECURITY;
CREATE POLICY record_all ON lifecycle.record TO ward_app USING (true) WITH CHECK (true);

-- What a person said of a requirement that Ward cannot compute.
CREATE TABLE lifecycle.declaration (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    release_id  uuid NOT NULL REFERENCES product.release,
    market      text NOT NULL REFERENCES lifecycle.market,
    requirement text NOT NULL CHECK (requirement <> ''),
    version     text NOT NULL CHECK (version <> ''),
    met         boolean NOT NULL,
    words       text NOT NULL CHECK (words <> ''),
    reference   text NOT NULL CHECK (reference <> ''),
    actor_kind  text NOT NULL,
    actor_id    text NOT NULL,
    actor_name  text NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX declaration_release ON lifecycle.declaration (release_id, requirement, number DESC);
REVOKE UPDATE, DELETE ON lifecycle.declaration FROM ward_app;

-- A deviation that somebody signed with a re-entered password; it is no electronic signature. answer, because and extent: what
-- was missing then. It covers no more than that, and nothing under another version of the requirements.
CREATE TABLE lifecycle.deviation (
    id           uuid PRIMARY KEY,
    release_id   uuid NOT NULL REFERENCES product.release,
    market       text NOT NULL REFERENCES lifecycle.market,
    requirement  text NOT NULL CHECK (requirement <> ''),
    version      text NOT NULL CHECK (version <> ''),
    answer       text NOT NULL CHECK (answer IN ('not-met', 'unknown')),
    because      text NOT NULL CHECK (because <> ''),
    extent       bigint NOT NULL CHECK (extent >= 0),
    reason       text NOT NULL CHECK (reason <> ''),
    expires_on   date NOT NULL,
    signer_id    text NOT NULL,
    signer_name  text NOT NULL,
    reentered_at timestamptz NOT NULL,
    at           timestamptz NOT NULL
);
CREATE INDEX deviation_release ON lifecycle.deviation (release_id, market, requirement);
REVOKE UPDATE, DELETE ON lifecycle.deviation FROM ward_app;

-- A gate that somebody closed, with every answer as it was then.
CREATE TABLE lifecycle.closure (
    number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         uuid NOT NULL UNIQUE,
    release_id uuid NOT NULL REFERENCES product.release,
    market     text NOT NULL REFERENCES lifecycle.market,
    gate       text NOT NULL CHECK (gate IN ('concept', 'design', 'submission', 'release', 'limited-support',
                                             'end-of-support', 'decommission')),
    version    text NOT NULL CHECK (version <> ''),
    snapshot   jsonb NOT NULL,
    actor_kind text NOT NULL,
    actor_id   text NOT NULL,
    actor_name text NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX closure_release ON lifecycle.closure (release_id, gate, number DESC);
REVOKE UPDATE, DELETE ON lifecycle.closure FROM ward_app;
