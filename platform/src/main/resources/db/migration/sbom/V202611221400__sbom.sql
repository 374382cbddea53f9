-- What is in the software of our releases: uploads, the snapshots that they became, the components in them.
--
-- Its face for other modules are the views named published_…; nothing else is read from outside.
CREATE SCHEMA sbom;
GRANT USAGE ON SCHEMA sbom TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA sbom GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA sbom GRANT USAGE ON SEQUENCES TO ward_app;

-- One upload each, and what became of it. "arrival" is the order in which uploads were received, "sequence" the
-- order in which they became readable (numbered under a lock, so that none commits behind another's mark).
CREATE TABLE sbom.snapshot (
    snapshot_id        uuid PRIMARY KEY,
    release_id         uuid        NOT NULL REFERENCES product.release,
    arrival            bigint      NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
    state              text        NOT NULL DEFAULT 'received'
                                   CHECK (state IN ('received', 'completed', 'unchanged', 'rejected')),
    file_name          text        NOT NULL,
    content_type       text        NOT NULL,
    sha256             text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size               bigint      NOT NULL,
    uploaded_at        timestamptz NOT NULL,
    uploaded_by_kind   text        NOT NULL,
    uploaded_by_id     text        NOT NULL,
    uploaded_by        text        NOT NULL,
    job_id             uuid,
    ended_at           timestamptz,
    sequence           bigint UNIQUE,
    -- the newest arrival with this very content; greater than "arrival" when the same was uploaded again
    confirmed          bigint,
    -- of an upload that changed nothing: the snapshot that was current and is the same, byte for byte
    same_as            uuid REFERENCES sbom.snapshot,
    format             text,
    spec_version       text,
    serial_number      text,
    document_version   text,
    document_time      timestamptz,
    authors            text[],
    tools              text[],
    supplier           text,
    components         integer,
    with_purl          integer,
    with_cpe           integer,
    with_version       integer,
    with_supplier      integer,
    with_licence       integer,
    with_hash          integer,
    services           integer,
    dependencies       integer,
    lost               integer,
    marked             integer,
    CHECK ((state = 'completed') = (sequence IS NOT NULL)),
    CHECK ((state = 'unchanged') = (same_as IS NOT NULL)),
    CHECK (state <> 'completed'
           OR (confirmed IS NOT NULL AND format IS NOT NULL AND components IS NOT NULL AND lost IS NOT NULL))
);
CREATE INDEX snapshot_of_release ON sbom.snapshot (release_id, arrival DESC);

-- A file that is no SBOM, kept with the reason.
CREATE TABLE sbom.rejected (
    snapshot_id  uuid PRIMARY KEY REFERENCES sbom.snapshot,
    rejected_at  timestamptz NOT NULL,
    line         bigint      NOT NULL,
    place_column bigint      NOT NULL,
    pointer      text        NOT NULL,
    what         text        NOT NULL,
    reason       text        NOT NULL
);

CREATE TABLE sbom.current_snapshot (
    release_id  uuid PRIMARY KEY REFERENCES product.release,
    snapshot_id uuid NOT NULL UNIQUE REFERENCES sbom.snapshot
);

-- A component as matching sees it: everything that decides which advisories hit it, and nothing else, once,
-- however many releases hold it. Never changed once written.
CREATE TABLE sbom.component (
    component_id bigint   PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    public_id    uuid     NOT NULL UNIQUE,
    digest       bytea    NOT NULL UNIQUE,
    type         text     NOT NULL,
    name         text     NOT NULL,
    version      text,
    group_name   text,
    supplier     text,
    manufacturer text,
    -- the component's own first, NULL when it has none but further ones; then the further ones
    purls        text[]   NOT NULL,
    cpes         text[]   NOT NULL,
    -- what stays when the version changes: the purl without it, or group and name
    product_line text     NOT NULL,
    words        tsvector NOT NULL,
    -- the format of its keys; keys of another format than the program's are made again
    keys_format  smallint NOT NULL
);
CREATE INDEX component_words ON sbom.component USING gin (words);
CREATE INDEX component_keys_format ON sbom.component (keys_format);

CREATE TABLE sbom.component_key (
    component_id bigint   NOT NULL REFERENCES sbom.component,
    use          smallint NOT NULL,
    key          text     NOT NULL,
    PRIMARY KEY (component_id, use, key)
);
CREATE INDEX component_key_key ON sbom.component_key (key, use);

CREATE TABLE sbom.snapshot_component (
    snapshot_id  uuid    NOT NULL REFERENCES sbom.snapshot,
    component_id bigint  NOT NULL REFERENCES sbom.component,
    occurrences  integer NOT NULL,
    PRIMARY KEY (snapshot_id, component_id)
);
CREATE INDEX snapshot_component_component ON sbom.snapshot_component (component_id);

-- Each place of an SBOM where a component stands, in the order in which they were read.
CREATE TABLE sbom.occurrence (
    snapshot_id        uuid    NOT NULL,
    number             integer NOT NULL,
    component_id       bigint  NOT NULL,
    ref                text,
    parent             text,
    subject            boolean NOT NULL,
    scope              text,
    line               bigint  NOT NULL,
    place_column       bigint  NOT NULL,
    pointer            text    NOT NULL,
    licences           text[]  NOT NULL,
    -- "SHA-256:0123…"
    hashes             text[]  NOT NULL,
    unread_identifiers text[]  NOT NULL,
    PRIMARY KEY (snapshot_id, number),
    FOREIGN KEY (snapshot_id, component_id) REFERENCES sbom.snapshot_component
);
CREATE INDEX occurrence_component ON sbom.occurrence (snapshot_id, component_id);

CREATE TABLE sbom.dependency (
    snapshot_id uuid    NOT NULL REFERENCES sbom.snapshot,
    number      integer NOT NULL,
    ref         text    NOT NULL,
    depends_on  text[]  NOT NULL,
    PRIMARY KEY (snapshot_id, number)
);

CREATE TABLE sbom.service (
    snapshot_id uuid    NOT NULL REFERENCES sbom.snapshot,
    number      integer NOT NULL,
    body        jsonb   NOT NULL,
    PRIMARY KEY (snapshot_id, number)
);

-- What could not be read (lost), or was kept but departs from the format.
CREATE TABLE sbom.unread (
    snapshot_id  uuid    NOT NULL REFERENCES sbom.snapshot,
    number       integer NOT NULL,
    line         bigint  NOT NULL,
    place_column bigint  NOT NULL,
    pointer      text    NOT NULL,
    what         text    NOT NULL,
    reason       text    NOT NULL,
    lost         boolean NOT NULL,
    PRIMARY KEY (snapshot_id, number)
);

-- Rows on their way in; a job wipes its own before it begins and when it ends.
CREATE UNLOGGED TABLE sbom.staged_component (
    snapshot_id        uuid     NOT NULL,
    number             integer  NOT NULL,
    public_id          uuid     NOT NULL,
    digest             bytea    NOT NULL,
    type               text     NOT NULL,
    name               text     NOT NULL,
    version            text,
    group_name         text,
    supplier           text,
    manufacturer       text,
    purls              text[]   NOT NULL,
    cpes               text[]   NOT NULL,
    product_line       text     NOT NULL,
    words              text[]   NOT NULL,
    key_uses           smallint[] NOT NULL,
    keys               text[]   NOT NULL,
    ref                text,
    parent             text,
    subject            boolean  NOT NULL,
    scope              text,
    line               bigint   NOT NULL,
    place_column       bigint   NOT NULL,
    pointer            text     NOT NULL,
    licences           text[]   NOT NULL,
    hashes             text[]   NOT NULL,
    unread_identifiers text[]   NOT NULL,
    PRIMARY KEY (snapshot_id, number)
);

-- Published: distinct components. "purls": the component's own first, NULL when it has none but further ones.
CREATE VIEW sbom.published_component AS
    SELECT component_id, public_id, type, name, version, group_name, supplier, manufacturer, purls, cpes
      FROM sbom.component;

-- Published: the words under which advisories find a component. "use" is the place of MatchKeys.Use; SOURCE looks
-- up what advisories file as PACKAGE. A key of more than 1,000 bytes stands as its beginning and its digest
-- (StoredKey).
CREATE VIEW sbom.published_component_key AS
    SELECT component_id, use, key FROM sbom.component_key;

-- Published: snapshots that can be read. Those with a greater "sequence" than a reader's mark are new to it.
CREATE VIEW sbom.published_snapshot AS
    SELECT s.snapshot_id, s.release_id, s.sequence, c.snapshot_id IS NOT NULL AS current, s.sha256, s.size,
           s.file_name, s.uploaded_at, s.uploaded_by, s.ended_at AS completed_at, s.format, s.spec_version,
           s.components, s.with_purl, s.with_cpe, s.with_version, s.with_supplier, s.with_licence,
           s.services, s.dependencies, s.lost, s.marked
      FROM sbom.snapshot s
      LEFT JOIN sbom.current_snapshot c USING (snapshot_id)
     WHERE s.state = 'completed';

-- Published: what is in each release now.
CREATE VIEW sbom.published_current_component AS
    SELECT c.release_id, c.snapshot_id, p.component_id, p.occurrences
      FROM sbom.current_snapshot c
      JOIN sbom.snapshot_component p USING (snapshot_id);

-- Published: where in its SBOM a component stands.
CREATE VIEW sbom.published_occurrence AS
    SELECT o.snapshot_id, o.component_id, o.ref,
           CASE WHEN o.line = 0 THEN coalesce(nullif(o.pointer, ''), '/')
                ELSE 'line ' || o.line || ', column ' || o.place_column
                     || ' (' || coalesce(nullif(o.pointer, ''), '/') || ')' END AS location,
           o.parent, o.number, o.subject
      FROM sbom.occurrence o
      JOIN sbom.snapshot s USING (snapshot_id)
     WHERE s.state = 'completed';
