-- Which vulnerabilities get a case without anybody asking: a rule that is data, version after version. Nobody but a person
-- opens the cases that it names.
--
-- kev: it is in CISA's catalogue. exploited: a source says that exploitation is active. score: from this score of CVSS on,
-- where the match is at least this sure: 0 the very version is listed, 1 it lies in a stated range. Null: not asked.
CREATE TABLE handling.opening_rule (
    version    integer PRIMARY KEY,
    kev        boolean NOT NULL,
    exploited  boolean NOT NULL,
    score      double precision CHECK (score BETWEEN 0 AND 10),
    confidence smallint NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    because    text NOT NULL CHECK (because <> ''),
    since      timestamptz NOT NULL,
    by_name    text NOT NULL
);
REVOKE UPDATE ON handling.opening_rule FROM ward_app;
INSERT INTO handling.opening_rule
VALUES (1, true, true, 9.0, 1, 'As Ward comes.', now(), 'Ward');
