package dev.ward.performance;

import dev.ward.identity.Reader;

/// What the current SBOMs of a model's releases in use list, whatever the version; what an SBOM describes is not among
/// it.
/// As the beginning of a statement, which goes on behind `WITH held AS (…)`.
final class HeldLines {

    /// The functions that are in force or drafted.
    static final String LIVING = """
            living AS (
                SELECT f.function_id, f.name
                  FROM performance.published_function f
                 WHERE f.product_id = :product AND f.model_id IS NOT DISTINCT FROM :model::uuid
                 UNION ALL
                SELECT d.function_id, d.content ->> 'name'
                  FROM performance.draft_function d
                  JOIN performance.draft o ON o.id = d.draft_id
                 WHERE o.product_id = :product AND o.model_id IS NOT DISTINCT FROM :model::uuid)
            """;

    /// Of a line: whether somebody has said which living function depends on it, or that none does.
    static final String SPOKEN_OF = """
            EXISTS (SELECT FROM performance.link l
                     WHERE l.product_id = :product AND l.model_id IS NOT DISTINCT FROM :model::uuid
                       AND l.line_key = h.line_key AND l.ended_at IS NULL
                       AND (l.function_id IS NULL OR l.function_id IN (SELECT function_id FROM living)))
            """;

    private HeldLines() {}

    static String held(Reader reader) {
        return """
                WITH used AS (
                    SELECT r.release_id
                      FROM product.published_release r
                     WHERE r.product_id = :product AND (r.model_id IS NULL OR r.model_id = :model::uuid)
                       AND NOT r.archived AND %s),
                described AS (
                    SELECT s.snapshot_id, o.component_id
                      FROM used
                      JOIN sbom.published_snapshot s ON s.release_id = used.release_id AND s.current
                      JOIN sbom.published_occurrence o ON o.snapshot_id = s.snapshot_id AND o.subject),
                held AS (
                    SELECT c.product_line, encode(sha256(convert_to(c.product_line, 'UTF8')), 'hex') AS line_key,
                           min(concat_ws('/', nullif(c.group_name, ''), c.name)) AS name,
                           count(DISTINCT p.release_id)::integer AS releases,
                           (array_agg(c.public_id ORDER BY c.component_id DESC))[1] AS component
                      FROM used
                      JOIN sbom.published_current_component p ON p.release_id = used.release_id
                      JOIN sbom.published_component c ON c.component_id = p.component_id
                     WHERE NOT EXISTS (SELECT FROM described d
                                        WHERE d.snapshot_id = p.snapshot_id AND d.component_id = p.component_id)
                     GROUP BY c.product_line),
                """.formatted(reader.sees("r")) + LIVING;
    }
}
