-- A document of the design that a decision makes stale: what has to be changed in it. The product's next release waits for it
-- until somebody says, with a reference, that it is done. Of several decisions of an assessment the newest counts for a document.
CREATE TABLE assessment.update_due (
    number        bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id            uuid PRIMARY KEY,
    decision_id   uuid NOT NULL REFERENCES assessment.decision (id),
    assessment_id uuid NOT NULL REFERENCES assessment.assessment,
    product_id    uuid NOT NULL REFERENCES product.product,
    artefact      text NOT NULL CHECK (artefact IN ('threat-model', 'requirements', 'tests', 'sbom', 'labelling')),
    what          text NOT NULL CHECK (what <> ''),
    since         timestamptz NOT NULL,
    reference     text CHECK (reference <> ''),
    done_by       text,
    done_at       timestamptz,
    UNIQUE (decision_id, artefact),
    CHECK ((reference IS NULL) = (done_at IS NULL) AND (reference IS NULL) = (done_by IS NULL))
);
CREATE INDEX update_due_assessment ON assessment.update_due (assessment_id, artefact, number DESC);
CREATE INDEX update_due_product ON assessment.update_due (product_id, number DESC);
