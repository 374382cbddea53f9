-- Published: distinct components. "purls": the component's own first, NULL when it has none but further ones.
-- "product_line": what stays when the version changes, the purl without it, or group and name.
CREATE OR REPLACE VIEW sbom.published_component AS
    SELECT component_id, public_id, type, name, version, group_name, supplier, manufacturer, purls, cpes, product_line
      FROM sbom.component;

-- What an SBOM describes is found without reading all of it.
CREATE INDEX occurrence_subject ON sbom.occurrence (snapshot_id, component_id) WHERE subject;
