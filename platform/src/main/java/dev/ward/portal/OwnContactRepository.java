package dev.ward.portal;

import dev.ward.customer.Channel;
import dev.ward.customer.ContactId;
import dev.ward.customer.ContactRole;
import dev.ward.customer.NoticeKind;
import dev.ward.identity.Reader;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Worded;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the contacts of a customer in its name: personal data, shown to the customer's own people alone.
@Repository
class OwnContactRepository {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    OwnContactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnContact> list(Reader reader) {
        return contacts(reader, null);
    }

    /// @throws ProblemException  when there is none that the reader sees
    OwnContact get(Reader reader, ContactId id) {
        return contacts(reader, id.value()).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no contact \"%s\" among yours.".formatted(id)));
    }

    private List<OwnContact> contacts(Reader reader, @Nullable UUID id) {
        return jdbc.sql("""
                SELECT t.contact_id, t.name, t.role, t.site_id, s.name AS site, t.email, t.phone, t.language, t.channels,
                       t.consents
                  FROM customer.published_contact t
                  LEFT JOIN customer.published_site s ON s.site_id = t.site_id
                 WHERE %s AND (:id::uuid IS NULL OR t.contact_id = :id)
                 ORDER BY lower(t.name), t.contact_id
                 LIMIT :most
                """.formatted(reader.seesOf("t.customer_id")))
                .param("id", id)
                .param("most", MOST)
                .query((row, _) -> contact(row))
                .list();
    }

    private static OwnContact contact(ResultSet row) throws SQLException {
        return new OwnContact(
                new ContactId(row.getObject("contact_id", UUID.class)),
                row.getString("name"),
                Worded.get(ContactRole.values(), row.getString("role")),
                ClaimRows.place(row),
                row.getString("email"),
                row.getString("phone"),
                row.getString("language"),
                set(row.getArray("channels"), Channel.values()),
                set(row.getArray("consents"), NoticeKind.values()));
    }

    private static <T extends Worded> Set<T> set(Array words, T[] choices) throws SQLException {
        return Arrays.stream((Object[]) words.getArray())
                .map(word -> Worded.get(choices, word.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
