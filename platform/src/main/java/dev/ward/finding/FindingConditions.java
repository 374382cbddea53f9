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
    static final int MOST_NAMED = 1_000;

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

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    FindingConditions(Reader reader, FindingFilter filter) {
        conditions.add(reader.sees("f"));
        if (filter.release() != null) {
            add("f.release_id = :release", "release", filter.release());
        }
        if (filter.component() != null) {
            add("c.public_id = :component", "component", filter.component());
        }
        if (filter.product() != null) {
            add("r.product_id = :product", "product", filter.product());
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
            add("v.rating = :rating", "rating", filter.severity().ordinal());
        }
        if (filter.kevOnly()) {
            conditions.add("v.kev_since IS NOT NULL");
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

    /// Adds words that must stand in the name of something.
    ///
    /// @param pattern  for `LIKE`, in lower case
    void addText(String pattern, List<Long> components, List<UUID> vulnerabilities, List<UUID> releases) {
        boolean few = components.size() <= MOST_NAMED
                && vulnerabilities.size() <= MOST_NAMED
                && releases.size() <= MOST_NAMED;
        if (few) {
            add("""
                    (f.component_id = ANY(:components) OR f.vulnerability_id = ANY(:vulnerabilities)
                     OR f.release_id = ANY(:releases))""", "components", components.toArray(Long[]::new));
            parameters.put("vulnerabilities", vulnerabilities.toArray(UUID[]::new));
            parameters.put("releases", releases.toArray(UUID[]::new));
        } else {
            add("""
                    (lower(v.name) LIKE :text OR lower(v.summary) LIKE :text
                     OR lower(c.name || ' ' || coalesce(c.version, '')) LIKE :text
                     OR lower(r.product_name) LIKE :text)""", "text", pattern);
        }
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
