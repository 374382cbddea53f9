package dev.ward.finding;

import dev.ward.identity.Reader;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a list of findings asks for, as conditions over the aliases f (finding), v (vulnerability), c (component)
/// and r (release); the states are asked for apart.
final class FindingConditions {

    /// A text that more than so many things of a kind contain is looked for row by row: a page is soon full.
    static final int MOST_NAMED = 10_000;
    static final int MOST_FINDINGS = 10_000;

    static final String VULNERABILITIES_WITH = """
            SELECT v.vulnerability_id FROM advisory.published_vulnerability v
             WHERE lower(v.name) LIKE :text OR lower(v.summary) LIKE :text
             LIMIT :most
            """;

    static final String COMPONENTS_WITH = """
            SELECT c.component_id FROM sbom.published_component c
             WHERE lower(c.name || ' ' || coalesce(c.version, '')) LIKE :text
             LIMIT :most
            """;

    static final String RELEASES_WITH = """
            SELECT r.release_id FROM product.published_release r
             WHERE lower(r.product_name) LIKE :text
             LIMIT :most
            """;

    /// The findings of what was named, each once, as far as there are not too many to be named themselves.
    static final String FINDINGS_NAMED = """
            SELECT id FROM finding.finding WHERE component_id = ANY(:components)
            UNION
            SELECT id FROM finding.finding WHERE vulnerability_id = ANY(:vulnerabilities)
            UNION
            SELECT id FROM finding.finding WHERE release_id = ANY(:releases)
            LIMIT :most
            """;

    /// What a text names, by kind; each list holds one more than `MOST_NAMED` when there are more.
    record Named(List<Long> components, List<UUID> vulnerabilities, List<UUID> releases) {

        boolean isFew() {
            return components.size() <= MOST_NAMED
                    && vulnerabilities.size() <= MOST_NAMED
                    && releases.size() <= MOST_NAMED;
        }

        Map<String, Object> parameters() {
            return Map.of(
                    "components", components.toArray(Long[]::new),
                    "vulnerabilities", vulnerabilities.toArray(UUID[]::new),
                    "releases", releases.toArray(UUID[]::new));
        }
    }

    /// All that a finding is about.
    static final String ALL_TABLES = """
              FROM finding.finding f
              JOIN advisory.published_vulnerability v USING (vulnerability_id)
              JOIN sbom.published_component c USING (component_id)
              JOIN product.published_release r USING (release_id)
            """;

    private final List<String> conditions = new ArrayList<>();
    private boolean looksBeyond;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    FindingConditions(Reader reader, FindingFilter filter) {
        conditions.add(reader.sees("f"));
        if (filter.release() != null) {
            add("f.release_id = :release", "release", filter.release());
        }
        if (filter.component() != null) {
            addBeyond("c.public_id = :component", "component", filter.component());
        }
        if (filter.product() != null) {
            addBeyond("r.product_id = :product", "product", filter.product());
        }
        if (filter.since() != null) {
            add(
                    "coalesce(f.closed_at, f.opened_at) >= :since",
                    "since",
                    Timestamp.from(filter.since().atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
        if (filter.vulnerability() != null) {
            addVulnerability(filter.vulnerability());
        }
        if (filter.severity() != null) {
            addBeyond("v.rating = :rating", "rating", filter.severity().ordinal());
        }
        if (filter.kevOnly()) {
            conditions.add("v.kev_since IS NOT NULL");
            looksBeyond = true;
        }
    }

    /// @param asked  one of its names, or its id
    private void addVulnerability(String asked) {
        add("""
                f.vulnerability_id IN (
                    SELECT n.vulnerability_id FROM advisory.published_name n WHERE n.name = :vulnerability
                    UNION ALL
                    SELECT i.vulnerability_id FROM advisory.published_vulnerability i
                     WHERE i.name = :vulnerability OR i.vulnerability_id = :vulnerabilityId)""", "vulnerability", asked);
        parameters.put("vulnerabilityId", id(asked));
    }

    private static UUID id(String asked) {
        try {
            return UUID.fromString(asked);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    /// Restricts the list to some findings.
    void addFindings(List<UUID> findings) {
        add("f.id = ANY(:findings)", "findings", findings.toArray(UUID[]::new));
    }

    /// Restricts the list to the findings of many things that were named.
    void addNamed(Named named) {
        conditions.add("""
                (f.component_id = ANY(:components) OR f.vulnerability_id = ANY(:vulnerabilities)
                 OR f.release_id = ANY(:releases))""");
        parameters.putAll(named.parameters());
    }

    /// Adds words that must stand in the name of something.
    ///
    /// @param pattern  for `LIKE`, in lower case
    void addText(String pattern) {
        addBeyond("""
                (lower(v.name) LIKE :text OR lower(v.summary) LIKE :text
                 OR lower(c.name || ' ' || coalesce(c.version, '')) LIKE :text
                 OR lower(r.product_name) LIKE :text)""", "text", pattern);
    }

    /// Adds a condition on what a finding is about.
    private void addBeyond(String condition, String name, Object value) {
        add(condition, name, value);
        looksBeyond = true;
    }

    /// What must be read to count: the findings alone, where no condition looks beyond them.
    String tables() {
        return looksBeyond ? ALL_TABLES : " FROM finding.finding f";
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return String.join(" AND ", conditions);
    }
}
