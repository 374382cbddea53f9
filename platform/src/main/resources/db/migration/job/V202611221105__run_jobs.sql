-- Long work: what was asked for, how far it is, how it ended.
CREATE SCHEMA job;
GRANT USAGE ON SCHEMA job TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA job GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ward_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA job GRANT USAGE ON SEQUENCES TO ward_app;

CREATE TABLE job.job (
    job_id       uuid PRIMARY KEY,
    kind         text NOT NULL,
    subject      text NOT NULL,
    payload      jsonb NOT NULL,
    actor_kind   text NOT NULL,
    actor_id     text NOT NULL,
    actor_name   text NOT NULL,
    status       text NOT NULL CHECK (status IN ('queued', 'running', 'completed', 'failed')),
    step         text NOT NULL DEFAULT '',
    done         bigint NOT NULL DEFAULT 0,
    total        bigint NOT NULL DEFAULT 0,
    attempt      integer NOT NULL DEFAULT 0,
    submitted_at timestamptz NOT NULL,
    started_at   timestamptz,
    ended_at     timestamptz,
    problem      text,
    result       jsonb NOT NULL DEFAULT '{}'
);

COMMENT ON COLUMN job.job.attempt IS 'How often it was begun; only the newest attempt may write.';

CREATE INDEX job_newest ON job.job (submitted_at DESC, job_id DESC);

CREATE TABLE job.step (
    job_id   uuid NOT NULL REFERENCES job.job ON DELETE CASCADE,
    number   integer NOT NULL,
    words    text NOT NULL,
    begun_at timestamptz NOT NULL,
    PRIMARY KEY (job_id, number)
);

-- The scheduler's own table: who runs what, and when it was last seen alive.
CREATE TABLE job.scheduled_task (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_task_due ON job.scheduled_task (execution_time);
CREATE INDEX scheduled_task_heartbeat ON job.scheduled_task (last_heartbeat);
