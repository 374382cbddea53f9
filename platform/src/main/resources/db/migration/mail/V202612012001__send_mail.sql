-- What Ward sends by e-mail. key: what it says, once: a second one of the same key is none. The text goes when a server has taken
-- the message, or when it is given up and nobody lets it be tried again within a month.
CREATE SCHEMA mail;
GRANT USAGE ON SCHEMA mail TO ward_app;

CREATE TABLE mail.message (
    id        uuid PRIMARY KEY,
    key       text NOT NULL UNIQUE CHECK (key <> ''),
    recipient text NOT NULL CHECK (recipient <> ''),
    subject   text NOT NULL CHECK (subject <> ''),
    body      text,
    state     text NOT NULL CHECK (state IN ('waiting', 'sent', 'given-up')),
    attempts  integer NOT NULL,
    failure   text,
    made_at   timestamptz NOT NULL,
    next_at   timestamptz,
    sent_at   timestamptz,
    CHECK ((state = 'waiting') = (next_at IS NOT NULL)),
    CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX message_next ON mail.message (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX message_made ON mail.message (made_at DESC, id DESC);
GRANT SELECT, INSERT, UPDATE ON mail.message TO ward_app;
