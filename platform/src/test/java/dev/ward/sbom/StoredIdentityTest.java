package dev.ward.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import dev.ward.standards.intake.SbomIntake;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.MatchKeys;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StoredIdentityTest {

    /// All that matching asks a component.
    private static List<Object> asMatchingSees(ComponentIdentity identity) {
        return List.of(
                identity.type(),
                identity.name(),
                String.valueOf(identity.version()),
                String.valueOf(identity.purl()),
                identity.cpes(),
                identity.toString(),
                identity.leavesAttributesOpen(),
                MatchKeys.of(identity));
    }

    @TestFactory
    List<DynamicTest> isTheComponentThatTheReaderSaw() throws Exception {
        return RealSboms.files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> roundTrip(file)))
                .toList();
    }

    private static void roundTrip(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            new SbomIntake(SbomIntake.Limits.USUAL).read(file.toString(), in, new SbomVisitor() {
                @Override
                public void component(Component component) {
                    roundTrip(component);
                }

                @Override
                public void unread(Unread unread) {}
            });
        }
    }

    private static void roundTrip(Component component) {
        StoredIdentity stored = StoredIdentity.of(component);
        Component again = stored.component(component.ref(), component.location());

        assertThat(again.purl()).isEqualTo(component.purl());
        assertThat(again.cpes()).isEqualTo(component.cpes());
        assertThat(again.group()).isEqualTo(component.group());
        assertThat(again.supplier()).isEqualTo(component.supplier());
        assertThat(again.manufacturer()).isEqualTo(component.manufacturer());
        assertThat(ComponentIdentity.allOf(again).stream().map(StoredIdentityTest::asMatchingSees))
                .isEqualTo(ComponentIdentity.allOf(component).stream()
                        .map(StoredIdentityTest::asMatchingSees)
                        .toList());
        assertThat(StoredIdentity.of(again).digest()).isEqualTo(stored.digest());
    }

    private static Component component(@Nullable Purl purl, Component.Property... properties) {
        return new Component(
                null,
                "library",
                null,
                "a",
                "1",
                purl,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(properties),
                null,
                false,
                Location.START);
    }

    @Test
    void keepsFurtherPurlsApartFromItsOwn() {
        Component.Property further = new Component.Property("purl", "pkg:npm/b@2");

        StoredIdentity without = StoredIdentity.of(component(null, further));
        StoredIdentity with = StoredIdentity.of(component(Purl.parse("pkg:npm/b@2")));

        assertThat(without.purls()).containsExactly(null, "pkg:npm/b@2");
        assertThat(with.purls()).containsExactly("pkg:npm/b@2");
        assertThat(without.digest()).isNotEqualTo(with.digest());
        assertThat(without.identities(null, Location.START))
                .extracting(ComponentIdentity::purl)
                .containsExactly(null, Purl.parse("pkg:npm/b@2"));
    }

    @Test
    void tellsApartWhatIsNotStatedFromWhatIsEmpty() {
        StoredIdentity absent = new StoredIdentity("library", "a", null, null, null, null, List.of(), List.of());
        StoredIdentity empty = new StoredIdentity("library", "a", "", null, null, null, List.of(), List.of());

        assertThat(absent.digest()).isNotEqualTo(empty.digest());
    }
}
