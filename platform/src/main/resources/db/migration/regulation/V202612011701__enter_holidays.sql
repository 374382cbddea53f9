-- By which book cases are judged: what Ward brings, with what people entered. edition: grows by one with each change; token: is another
-- with each, and never comes back, so that servers know whether what they read is still so. No row: nothing was entered yet.
CREATE TABLE regulation.book (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    edition    bigint NOT NULL CHECK (edition > 0),
    token      uuid NOT NULL,
    changed_at timestamptz NOT NULL
);
GRANT UPDATE ON regulation.book TO ward_app;

-- That somebody said of a day of a calendar whether it is worked; of several the last holds. holiday: what it is called; null when the
-- day is worked. edition: of the book that it made.
CREATE TABLE regulation.holiday_entry (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edition      bigint NOT NULL,
    calendar     text NOT NULL CHECK (calendar <> ''),
    day          date NOT NULL,
    holiday      text CHECK (holiday <> ''),
    because      text NOT NULL CHECK (because <> ''),
    entered_at   timestamptz NOT NULL,
    entered_by   text NOT NULL,
    enterer_name text NOT NULL
);

-- Of which edition the book was that judged; 0: what Ward brings.
ALTER TABLE regulation.judgement ADD COLUMN edition bigint NOT NULL DEFAULT 0;
