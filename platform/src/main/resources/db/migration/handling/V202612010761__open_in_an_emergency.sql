-- That somebody who was not read in opened an embargoed case, why, until when, and what another person says of it. Nothing
-- of it is changed but by its one review.
--
-- id: stands among those who alone see the case, in place of the person, and holds until until_at.
-- capacity: as what the person acted; role, or deputy of somebody.
CREATE TABLE handling.emergency_opening (
    id             uuid PRIMARY KEY,
    case_id        uuid NOT NULL REFERENCES handling.vulnerability_case,
    account_id     uuid NOT NULL REFERENCES identity.account,
    opened_by      text NOT NULL,
    capacity       text NOT NULL,
    because        text NOT NULL CHECK (because <> ''),
    opened_at      timestamptz NOT NULL,
    until_at       timestamptz NOT NULL CHECK (until_at > opened_at),
    reviewed_at    timestamptz,
    reviewer_id    uuid REFERENCES identity.account CHECK (reviewer_id <> account_id),
    reviewed_by    text,
    justified      boolean,
    review_because text CHECK (review_because <> ''),
    CHECK ((reviewed_at IS NULL) = (reviewer_id IS NULL)),
    CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL)),
    CHECK ((reviewed_at IS NULL) = (justified IS NULL)),
    CHECK ((reviewed_at IS NULL) = (review_because IS NULL))
);
CREATE INDEX emergency_opening_case ON handling.emergency_opening (case_id, opened_at);
CREATE INDEX emergency_opening_person ON handling.emergency_opening (account_id, until_at);
CREATE INDEX emergency_opening_at ON handling.emergency_opening (opened_at DESC, id DESC);
CREATE INDEX emergency_opening_waits ON handling.emergency_opening (opened_at DESC, id DESC) WHERE reviewed_at IS NULL;
REVOKE UPDATE ON handling.emergency_opening FROM ward_app;
GRANT UPDATE (reviewed_at, reviewer_id, reviewed_by, justified, review_because) ON handling.emergency_opening TO ward_app;

-- opening_id: by which somebody is read in for a time alone; null for who is in for good.
ALTER TABLE handling.participant ADD COLUMN opening_id uuid REFERENCES handling.emergency_opening;
CREATE INDEX participant_opening ON handling.participant (opening_id) WHERE opening_id IS NOT NULL;
