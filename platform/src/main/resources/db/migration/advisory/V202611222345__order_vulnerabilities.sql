-- Lists of findings by what is known of their vulnerability read an index in its order and stop when the page is full.
-- What nobody has rated counts as grave until someone has.
ALTER TABLE advisory.vulnerability
    ADD COLUMN severity_order smallint GENERATED ALWAYS AS (
        CASE rating WHEN 5 THEN 0 WHEN 4 THEN 1 WHEN 0 THEN 2 WHEN 3 THEN 3 WHEN 2 THEN 4 ELSE 5 END) STORED,
    ADD COLUMN risk_order smallint GENERATED ALWAYS AS (
        CASE WHEN kev_since IS NULL THEN 10 ELSE 0 END
        + CASE rating WHEN 5 THEN 0 WHEN 4 THEN 1 WHEN 0 THEN 2 WHEN 3 THEN 3 WHEN 2 THEN 4 ELSE 5 END) STORED,
    ADD COLUMN kev_order date GENERATED ALWAYS AS (coalesce(kev_since, date '9999-12-31')) STORED,
    ADD COLUMN score_order double precision GENERATED ALWAYS AS (-coalesce(score, -1)) STORED,
    ADD COLUMN epss_order double precision GENERATED ALWAYS AS (-coalesce(epss, -1)) STORED;

CREATE INDEX vulnerability_by_risk
    ON advisory.vulnerability (risk_order, score_order, epss_order, vulnerability_id) WHERE merged_into IS NULL;
CREATE INDEX vulnerability_by_severity
    ON advisory.vulnerability (severity_order, score_order, vulnerability_id) WHERE merged_into IS NULL;
CREATE INDEX vulnerability_by_epss ON advisory.vulnerability (epss_order, vulnerability_id) WHERE merged_into IS NULL;
CREATE INDEX vulnerability_by_kev
    ON advisory.vulnerability (kev_order, severity_order, vulnerability_id) WHERE merged_into IS NULL;
CREATE INDEX vulnerability_by_name ON advisory.vulnerability (name, vulnerability_id) WHERE merged_into IS NULL;

CREATE OR REPLACE VIEW advisory.published_vulnerability AS
SELECT vulnerability_id, name, aliases, summary, rating, score, severity_source, vector,
       kev_since, kev_due, kev_ransomware, epss, epss_percentile, exploitation, weaknesses, live, change_set,
       severity_order, risk_order, kev_order, score_order, epss_order
  FROM advisory.vulnerability
 WHERE merged_into IS NULL;

-- Every id by which a vulnerability is called, and the vulnerability.
CREATE VIEW advisory.published_name AS
SELECT name, vulnerability_id
  FROM advisory.name;
