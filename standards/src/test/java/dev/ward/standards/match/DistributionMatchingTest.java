package dev.ward.standards.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionMatchingTest {

    private static Optional<Match> match(String purl, String affected, @Nullable String release, String fixed) {
        Purl stated = Purl.parse(affected);
        VersionScheme scheme = VersionScheme.of(stated.type()).orElseThrow();
        VersionStatements below = new VersionStatements(
                scheme,
                "ECOSYSTEM",
                List.of(new Row(new VersionRange(null, false, fixed, false), VersionStatus.AFFECTED, "fixed " + fixed)),
                VersionStatus.UNAFFECTED);
        ComponentIdentity component = Components.packaged(purl);
        return Matching.match(
                component,
                DeviceConfiguration.of(List.of(component)),
                "OSV X-1",
                new Affected.EcosystemPackage(stated, release, List.of(below)));
    }

    @Test
    void comparesTheSourcePackagesOwnVersion() {
        String gcc = "pkg:deb/debian/libgcc1@1%3A10.2.1-6?upstream=gcc-10%4010.2.1-6";

        assertThat(match(gcc, "pkg:deb/debian/gcc-10", null, "10.2.1-7")).isPresent();
        assertThat(match(gcc, "pkg:deb/debian/gcc-10", null, "10.2.1-6")).isEmpty();
    }

    @Test
    void readsTheSourceRpm() {
        String libs = "pkg:rpm/redhat/openssl-libs@3.0.1-1.el9?epoch=1&upstream=openssl-3.0.1-1.el9.src.rpm";

        assertThat(match(libs, "pkg:rpm/redhat/openssl", null, "1:3.0.7-20.el9"))
                .isPresent();
        assertThat(match(libs, "pkg:rpm/redhat/openssl", null, "1:3.0.1-1.el9")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2F", "", "@1", "%40"})
    void passesOverASourcePackageThatIsNone(String upstream) {
        assertThat(match("pkg:deb/debian/curl@7-1?upstream=" + upstream, "pkg:deb/debian/other", null, "9"))
                .isEmpty();
        assertThat(MatchKeys.of(Components.packaged("pkg:deb/debian/curl@7-1?upstream=" + upstream)))
                .hasSize(1);
    }

    @Test
    void readsTheEpochOfTheQualifier() {
        assertThat(match(
                        "pkg:rpm/redhat/openssl@3.0.7-25.el9?epoch=1",
                        "pkg:rpm/redhat/openssl",
                        null,
                        "1:3.0.7-20.el9"))
                .isEmpty();
        assertThat(match(
                        "pkg:rpm/redhat/openssl@3.0.7-18.el9?epoch=1",
                        "pkg:rpm/redhat/openssl",
                        null,
                        "1:3.0.7-20.el9"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"9.2, rhel-9, UNDETERMINED", "9, rhel-9.2, RANGE", "9.2, rhel-9.2, RANGE"})
    void leavesAReleaseOpenThatIsStatedLessExactly(String release, String distro, Confidence confidence) {
        assertThat(match("pkg:rpm/redhat/vim@8.2-1?distro=" + distro, "pkg:rpm/redhat/vim", release, "9"))
                .hasValueSatisfying(match -> assertThat(match.confidence()).isEqualTo(confidence));
    }

    @ParameterizedTest
    @CsvSource({"rpm/sles/vim, rpm/suse/vim", "rpm/opensuse-leap/vim, rpm/opensuse/vim", "rpm/rhel/vim, rpm/redhat/vim"
    })
    void knowsTheOtherNamesOfDistributions(String component, String affected) {
        assertThat(match("pkg:" + component + "@8.2-1", "pkg:" + affected, null, "9"))
                .isPresent();
    }
}
