package dev.ward.identity;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The roles, which are data.
@Component
public class Roles {

    private static final String ROLES = """
            SELECT r.name, r.title, r.outside, array(SELECT permission FROM identity.role_permission WHERE role = r.name) AS may
              FROM identity.role r
            """;

    private final JdbcClient jdbc;

    Roles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Role> list() {
        return jdbc.sql(ROLES + " ORDER BY r.place")
                .query((row, _) -> new Role(
                        row.getString("name"),
                        row.getString("title"),
                        row.getBoolean("outside"),
                        permissions(row.getArray("may"))))
                .list();
    }

    /// The roles that people of the manufacturer can have, or those for people from outside.
    public List<Role> list(boolean outside) {
        return list().stream().filter(role -> role.outside() == outside).toList();
    }

    public Optional<Role> find(String name) {
        return list().stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /// @throws AccountTrouble  for a role that does not exist
    public Role get(String name) {
        List<Role> all = list();
        return all.stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AccountTrouble(
                        "role",
                        "There is no role \"%s\". Choose one of %s."
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                all.stream().map(Role::name).toList()))));
    }

    /// Reads names of permissions. One that this version does not know gives nothing.
    static Set<Permission> permissions(Array names) throws SQLException {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        List<?> known = Arrays.asList((Object[]) names.getArray());
        for (Permission permission : Permission.values()) {
            if (known.contains(permission.name())) {
                permissions.add(permission);
            }
        }
        return permissions;
    }
}
