-- What arrived, byte for byte.
CREATE SCHEMA document;
GRANT USAGE ON SCHEMA document TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA document GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA document GRANT USAGE ON SEQUENCES TO ward_app;

CREATE TABLE document.document (
    sha256     text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size       bigint NOT NULL,
    content_id uuid NOT NULL UNIQUE,
    stored_at  timestamptz NOT NULL
);

-- Content that is still arriving; what stops arriving is removed with its chunks.
CREATE TABLE document.arrival (
    content_id uuid PRIMARY KEY,
    touched_at timestamptz NOT NULL
);

CREATE TABLE document.chunk (
    content_id uuid NOT NULL,
    number     integer NOT NULL,
    bytes      bytea NOT NULL,
    PRIMARY KEY (content_id, number)
);

-- Most documents are packed already.
ALTER TABLE document.chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
