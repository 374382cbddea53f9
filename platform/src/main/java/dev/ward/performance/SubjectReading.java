package dev.ward.performance;

import dev.ward.identity.Reader;
import dev.ward.product.DeviceType;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Models, and products that have none.
@Repository
class SubjectReading {

    private static final String SUBJECTS = """
            SELECT p.product_id, p.name AS product_name, m.model_id, m.name AS model_name,
                   p.archived OR coalesce(m.archived, false) AS archived,
                   m.model_id IS NULL
                   AND EXISTS (SELECT FROM product.published_model o WHERE o.product_id = p.product_id) AS apart
              FROM product.published_product p
            """;

    private final JdbcClient jdbc;

    SubjectReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param id  of a model or of a product
    Optional<Subject> find(Reader reader, UUID id) {
        return jdbc.sql(SUBJECTS + """
                  LEFT JOIN product.published_model m ON m.product_id = p.product_id AND m.model_id = :id
                 WHERE (m.model_id = :id OR p.product_id = :id) AND\s""" + reader.sees("p"))
                .param("id", id)
                .query(SubjectReading::subject)
                .optional();
    }

    /// Whose software a release is: its model, or its product; each model of the product, where the release is for all.
    ///
    /// @param release  which the asker may see
    List<Subject> ofRelease(Reader reader, UUID release) {
        return jdbc.sql("""
                WITH asked AS (SELECT product_id, model_id FROM product.published_release WHERE release_id = :release)
                """ + SUBJECTS + """
                  JOIN asked a ON a.product_id = p.product_id
                  LEFT JOIN product.published_model m
                         ON m.product_id = p.product_id AND (m.model_id = a.model_id OR a.model_id IS NULL)
                 WHERE %s
                 ORDER BY lower(m.name), m.model_id
                 LIMIT 100
                """.formatted(reader.sees("p")))
                .param("release", release)
                .query(SubjectReading::subject)
                .list();
    }

    /// Whose releases in use hold a component.
    ///
    /// @param component  its public id
    List<Subject> holding(Reader reader, UUID component) {
        return jdbc.sql("""
                WITH asked AS (
                    SELECT DISTINCT r.product_id, r.model_id
                      FROM sbom.published_component c
                      JOIN sbom.published_current_component h USING (component_id)
                      JOIN product.published_release r USING (release_id)
                     WHERE c.public_id = :component AND NOT r.archived AND %s)
                """.formatted(reader.sees("r")) + SUBJECTS.replaceFirst("SELECT", "SELECT DISTINCT") + """
                  JOIN asked a ON a.product_id = p.product_id
                  LEFT JOIN product.published_model m
                         ON m.product_id = p.product_id AND (m.model_id = a.model_id OR a.model_id IS NULL)
                 ORDER BY product_name, model_name
                 LIMIT 100
                """)
                .param("component", component)
                .query(SubjectReading::subject)
                .list();
    }

    static Subject subject(ResultSet row, int number) throws SQLException {
        UUID model = row.getObject("model_id", UUID.class);
        return new Subject(
                new DeviceType(
                        new ProductId(row.getObject("product_id", UUID.class)),
                        model == null ? null : new ModelId(model)),
                row.getString("product_name"),
                row.getString("model_name"),
                row.getBoolean("archived"),
                row.getBoolean("apart"));
    }
}
