-- Who of the manufacturer's people looked at something first, and when: a case, a signal, a finding. It is nobody's awareness.
CREATE TABLE regulation.first_view (
    kind        text NOT NULL CHECK (kind IN ('case', 'signal', 'finding')),
    record_id   uuid NOT NULL,
    viewed_at   timestamptz NOT NULL,
    viewed_by   uuid NOT NULL,
    viewer_name text NOT NULL,
    PRIMARY KEY (kind, record_id)
);
