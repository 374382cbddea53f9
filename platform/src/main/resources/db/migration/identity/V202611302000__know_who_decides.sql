-- The people beside those who assess: who leads the response, who answers to authorities, privacy, law and the company.
UPDATE identity.role SET place = place * 10;
INSERT INTO identity.role (name, title, place) VALUES
    ('psirt-lead', 'PSIRT lead', 25),
    ('regulatory-head', 'Regulatory head', 42),
    ('designated-person', 'Designated person', 44),
    ('privacy-officer', 'Privacy officer', 52),
    ('counsel', 'Counsel', 54),
    ('executive', 'Executive', 56);

-- The designated person reviews why a correction or removal is not reported (21 CFR 806.20). Who is qualified to sign, the
-- keepers of training records say: quality and regulatory, not whoever makes the accounts.
INSERT INTO identity.role_permission (role, permission)
SELECT r.role, p.permission
  FROM (VALUES
    ('psirt-lead', 'PRODUCT_READ PRODUCT_WRITE LIFECYCLE_WRITE PERFORMANCE_WRITE DEVICE_READ DEVICE_WRITE DEVICE_REPORT '
                || 'DEVICE_EXPORT SBOM_READ SBOM_WRITE FINDING_READ FINDING_WRITE FINDING_EXPORT ASSESSMENT_WRITE '
                || 'EXPLOITABILITY_SIGN SIGNAL_READ SIGNAL_WRITE CASE_READ CASE_WRITE SOURCE_READ SOURCE_IMPORT JOB_READ '
                || 'AUDIT_READ ACCOUNT_READ PORTAL_DECIDE TOKEN_WRITE'),
    ('regulatory-head', 'PRODUCT_READ LIFECYCLE_WRITE DEVIATION_SIGN DEVICE_READ DEVICE_EXPORT SBOM_READ FINDING_READ '
                     || 'FINDING_WRITE FINDING_EXPORT ASSESSMENT_WRITE SIGNAL_READ SIGNAL_WRITE CASE_READ CASE_WRITE '
                     || 'SOURCE_READ JOB_READ AUDIT_READ ACCOUNT_READ QUALIFICATION_GRANT'),
    ('quality-regulatory', 'ACCOUNT_READ QUALIFICATION_GRANT'),
    ('designated-person', 'PRODUCT_READ DEVICE_READ DEVICE_EXPORT SBOM_READ FINDING_READ FINDING_EXPORT SIGNAL_READ CASE_READ '
                       || 'CASE_WRITE SOURCE_READ JOB_READ AUDIT_READ'),
    ('privacy-officer', 'PRODUCT_READ DEVICE_READ SBOM_READ FINDING_READ SIGNAL_READ SIGNAL_WRITE CASE_READ CASE_WRITE JOB_READ '
                     || 'AUDIT_READ'),
    ('counsel', 'PRODUCT_READ DEVICE_READ SBOM_READ FINDING_READ FINDING_EXPORT SIGNAL_READ CASE_READ CASE_WRITE JOB_READ '
             || 'AUDIT_READ'),
    ('executive', 'PRODUCT_READ DEVICE_READ SBOM_READ FINDING_READ SIGNAL_READ CASE_READ JOB_READ')
  ) AS r(role, permissions)
 CROSS JOIN LATERAL regexp_split_to_table(r.permissions, ' ') AS p(permission);

-- In what somebody is qualified to sign, by which training record, and on which days, both of them in. Nothing is taken
-- out: what no longer holds says since when and why.
CREATE TABLE identity.qualification (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES identity.account,
    competence   text NOT NULL CHECK (competence <> ''),
    basis        text NOT NULL CHECK (basis <> ''),
    from_day     date NOT NULL,
    until_day    date CHECK (until_day >= from_day),
    granted_at   timestamptz NOT NULL,
    granted_by   text NOT NULL,
    granter_name text NOT NULL,
    revoked_at   timestamptz,
    revoked_by   text,
    because      text,
    CHECK ((revoked_at IS NULL) = (because IS NULL) AND (revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX qualification_account ON identity.qualification (account_id, competence);
REVOKE UPDATE, DELETE ON identity.qualification FROM ward_app;
GRANT UPDATE (revoked_at, revoked_by, because) ON identity.qualification TO ward_app;

-- Who stands in for whom, in which role, and on which days, both of them in.
CREATE TABLE identity.deputyship (
    id         uuid PRIMARY KEY,
    absent_id  uuid NOT NULL REFERENCES identity.account,
    deputy_id  uuid NOT NULL REFERENCES identity.account CHECK (deputy_id <> absent_id),
    role       text NOT NULL REFERENCES identity.role,
    from_day   date NOT NULL,
    until_day  date NOT NULL CHECK (until_day >= from_day),
    reason     text NOT NULL CHECK (reason <> ''),
    named_at   timestamptz NOT NULL,
    named_by   text NOT NULL,
    namer_name text NOT NULL,
    ended_at   timestamptz,
    ended_by   text,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX deputyship_absent ON identity.deputyship (absent_id, until_day);
CREATE INDEX deputyship_deputy ON identity.deputyship (deputy_id, until_day);
REVOKE UPDATE, DELETE ON identity.deputyship FROM ward_app;
GRANT UPDATE (ended_at, ended_by) ON identity.deputyship TO ward_app;

-- As whose deputy the person acts in this session; null in their own name.
ALTER TABLE identity.session ADD COLUMN deputyship_id uuid REFERENCES identity.deputyship;
