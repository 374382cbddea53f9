-- That an event was entered by mistake. It stays, and counts no more: at once where that makes nothing better, else from when
-- somebody for regulatory affairs has signed it too. better: whether it would make something better when it was signed.
CREATE TABLE regulation.event_withdrawal (
    id           uuid PRIMARY KEY,
    event_id     uuid NOT NULL UNIQUE REFERENCES regulation.adverse_event,
    reason       text NOT NULL CHECK (reason <> ''),
    better       boolean NOT NULL,
    signed_at    timestamptz NOT NULL,
    signed_by    uuid NOT NULL,
    signer_name  text NOT NULL,
    confirmed_at timestamptz,
    confirmed_by uuid CHECK (confirmed_by <> signed_by),
    confirmer_name text,
    CHECK (better OR confirmed_at IS NULL),
    CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL) AND (confirmed_at IS NULL) = (confirmer_name IS NULL))
);
GRANT UPDATE (confirmed_at, confirmed_by, confirmer_name) ON regulation.event_withdrawal TO ward_app;
