package dev.ward;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// One schema for each module; others read only what it publishes, and only along the arrows.
@WardTest
class SchemaTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(
            Ward.class, JavaClass.Predicates.resideInAnyPackage("dev.ward.standards..", "dev.ward.templates.."));

    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern RELATION =
            Pattern.compile("(?i)\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES)\\s+([a-z_]+)\\.([a-z_0-9]+)");

    private final JdbcClient jdbc;

    @Autowired
    SchemaTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (ApplicationModule module : MODULES) {
            Set<String> targets = new HashSet<>();
            module.getDirectDependencies(MODULES)
                    .uniqueModules()
                    .forEach(target -> targets.add(target.getIdentifier().toString()));
            arrows.put(module.getIdentifier().toString(), targets);
        }
        return arrows;
    }

    @Test
    void statementsReadOfOthersOnlyWhatIsPublished() throws IOException {
        Map<String, Set<String>> arrows = arrows();
        List<String> wrong = new ArrayList<>();
        int relations = 0;
        for (String module : arrows.keySet()) {
            for (Path file : files(
                    Path.of("src/main/java/dev/ward", module), Path.of("src/main/resources/db/migration", module))) {
                String text = Files.readString(file);
                for (Matcher relation : relations(file, text)) {
                    relations++;
                    String schema = relation.group(1);
                    boolean other = arrows.containsKey(schema) && !schema.equals(module);
                    if (other && !relation.group(2).startsWith("published_") && !isForeignKey(relation)) {
                        wrong.add("%s reads %s.%s".formatted(file, schema, relation.group(2)));
                    }
                    if (other && !arrows.getOrDefault(module, Set.of()).contains(schema)) {
                        wrong.add("%s reads %s, where no arrow points".formatted(file, schema));
                    }
                }
            }
        }
        assertThat(relations).isGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    private static boolean isForeignKey(Matcher relation) {
        return relation.group().toUpperCase(java.util.Locale.ROOT).startsWith("REFERENCES");
    }

    private static List<Path> files(Path... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(Files::isRegularFile).forEach(files::add);
                }
            }
        }
        return files;
    }

    private static List<Matcher> relations(Path file, String content) {
        List<Matcher> found = new ArrayList<>();
        if (file.toString().endsWith(".sql")) {
            collect(content, found);
        } else {
            Matcher texts = TEXT.matcher(content);
            while (texts.find()) {
                collect(texts.group(), found);
            }
        }
        return found;
    }

    private static void collect(String sql, List<Matcher> found) {
        Matcher relation = RELATION.matcher(sql);
        int from = 0;
        while (relation.find(from)) {
            Matcher one = RELATION.matcher(sql);
            one.find(relation.start());
            found.add(one);
            from = relation.end();
        }
    }

    @Test
    void foreignKeysPointAlongTheArrows() {
        Map<String, Set<String>> arrows = arrows();
        List<String> wrong = jdbc.sql("""
                SELECT DISTINCT a.nspname || ' ' || b.nspname
                  FROM pg_constraint c
                  JOIN pg_class s ON s.oid = c.conrelid JOIN pg_namespace a ON a.oid = s.relnamespace
                  JOIN pg_class t ON t.oid = c.confrelid JOIN pg_namespace b ON b.oid = t.relnamespace
                 WHERE c.contype = 'f' AND a.oid <> b.oid
                """).query(String.class).stream()
                .filter(pair ->
                        !arrows.getOrDefault(pair.split(" ")[0], Set.of()).contains(pair.split(" ")[1]))
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void theApplicationCannotChangeTheTrail() {
        List<String> rights = jdbc.sql("""
                SELECT table_schema || '.' || table_name || ' ' || privilege_type
                  FROM information_schema.table_privileges
                 WHERE grantee = 'ward_app' AND table_schema = 'audit' AND table_name = 'entry'
                """).query(String.class).list();
        assertThat(rights).containsExactly("audit.entry SELECT");
        assertThat(jdbc.sql("SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = 'ward_app'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    /// What is a customer's, PostgreSQL itself shows to no other. What it empties after a crash is staging, of which
    /// nobody
    /// from outside may read anything.
    @Test
    void whatNamesACustomerIsHeldByRowLevelSecurity() {
        List<String> tables = jdbc.sql("""
                SELECT c.oid::regclass || CASE WHEN c.relrowsecurity THEN '' ELSE ' is open' END
                  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                 WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND a.attname = 'customer_id' AND NOT a.attisdropped
                 ORDER BY 1
                """).query(String.class).list();
        assertThat(tables)
                .contains("customer.site", "device.device", "portal.claim")
                .noneMatch(table -> table.endsWith(" is open"));
    }

    /// A view reads with its owner's rights, past row-level security, unless it says otherwise.
    @Test
    void viewsOverItAskWhoReads() {
        List<String> open = jdbc.sql("""
                SELECT DISTINCT v.oid::regclass::text
                  FROM pg_class v
                  JOIN pg_rewrite w ON w.ev_class = v.oid
                  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
                                  AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> v.oid
                  JOIN pg_class t ON t.oid = d.refobjid AND t.relrowsecurity
                 WHERE v.relkind = 'v'
                   AND NOT coalesce('security_invoker=true' = ANY (v.reloptions), false)
                   AND pg_get_viewdef(v.oid) NOT LIKE '%present_organisation()%'
                """).query(String.class).list();
        assertThat(open).isEmpty();
    }
}
