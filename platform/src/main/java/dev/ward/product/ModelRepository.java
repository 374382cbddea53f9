package dev.ward.product;

import dev.ward.identity.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ModelRepository {

    private final JdbcClient jdbc;

    ModelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Model model, Instant at) {
        jdbc.sql("""
                INSERT INTO product.model (id, product_id, name, created_at, changed_at)
                VALUES (:id, :product, :name, :at, :at)
                """)
                .param("id", model.id().value())
                .param("product", model.product().value())
                .param("name", model.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false when another change came first
    boolean update(Model model, int revision, Instant at) {
        return jdbc.sql("""
                        UPDATE product.model
                           SET name = :name, archived = :archived, revision = revision + 1, changed_at = :at
                         WHERE id = :id AND revision = :revision
                        """)
                        .param("id", model.id().value())
                        .param("revision", revision)
                        .param("name", model.name())
                        .param("archived", model.archived())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Model> find(Reader reader, ModelId id) {
        return jdbc.sql("""
                        SELECT m.* FROM product.model m JOIN product.product p ON p.id = m.product_id
                         WHERE m.id = :id AND\s""" + reader.sees("p"))
                .param("id", id.value())
                .query((row, number) -> model(row))
                .optional();
    }

    /// Asks beyond what the reader sees: a name is taken, whoever has it.
    Optional<Model> findByName(ProductId product, String name) {
        return jdbc.sql("SELECT * FROM product.model WHERE product_id = :product AND lower(name) = lower(:name)")
                .param("product", product.value())
                .param("name", name)
                .query((row, number) -> model(row))
                .optional();
    }

    List<Model> list(Reader reader, ProductId product) {
        return jdbc.sql("""
                        SELECT m.* FROM product.model m JOIN product.product p ON p.id = m.product_id
                         WHERE m.product_id = :product AND\s""" + reader.sees("p") + " ORDER BY lower(m.name) LIMIT 1000")
                .param("product", product.value())
                .query((row, number) -> model(row))
                .list();
    }

    private static Model model(ResultSet row) throws SQLException {
        return new Model(
                new ModelId(row.getObject("id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("archived"),
                row.getInt("revision"));
    }
}
