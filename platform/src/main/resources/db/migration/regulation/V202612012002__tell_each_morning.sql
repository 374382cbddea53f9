-- Who wants to be told each morning by e-mail what is due.
CREATE TABLE regulation.digest (
    account_id uuid PRIMARY KEY,
    since      timestamptz NOT NULL
);
GRANT DELETE ON regulation.digest TO ward_app;
