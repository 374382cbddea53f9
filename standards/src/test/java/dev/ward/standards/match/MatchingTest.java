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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

    private static final String SOURCE = "TEST T-1";

    private static Optional<Match> match(Affected affected, ComponentIdentity component, ComponentIdentity... others) {
        List<ComponentIdentity> all = new java.util.ArrayList<>(List.of(others));
        all.add(component);
        return Matching.match(component, DeviceConfiguration.of(all), SOURCE, affected);
    }

    private static VersionStatements below(VersionScheme scheme, String upper) {
        return new VersionStatements(
                scheme,
                scheme.label(),
                List.of(new Row(
                        new VersionRange(null, false, upper, false),
                        VersionStatus.AFFECTED,
                        "introduced 0, fixed " + upper)),
                VersionStatus.UNAFFECTED);
    }

    private static VersionStatements exactly(VersionScheme scheme, String... versions) {
        return new VersionStatements(
                scheme,
                scheme.label(),
                List.of(versions).stream()
                        .map(version -> new Row(VersionRange.exactly(version), VersionStatus.AFFECTED, version))
                        .toList(),
                VersionStatus.UNAFFECTED);
    }

    @Nested
    class OfPackages {

        private final Affected django = new Affected.EcosystemPackage(
                Purl.parse("pkg:pypi/django"),
                null,
                List.of(exactly(VersionScheme.PYPI, "1.11", "2004d"), below(VersionScheme.PYPI, "2.2.24")));

        @Test
        void findsAVersionInARangeAndSaysWhy() {
            assertThat(match(django, Components.packaged("pkg:pypi/Django@2.2.10")))
                    .hasValueSatisfying(match -> {
                        assertThat(match.kind()).isEqualTo(MatchKind.PURL_RANGE);
                        assertThat(match.confidence()).isEqualTo(Confidence.RANGE);
                        assertThat(match.range()).isEqualTo("<2.2.24");
                        assertThat(match.why())
                                .contains(
                                        SOURCE,
                                        "pypi/django",
                                        "introduced 0, fixed 2.2.24",
                                        "\"2.2.10\"",
                                        "order of pypi");
                    });
        }

        @Test
        void showsTheRunOfVersionsAroundTheOneThatWasCompared() {
            Affected log4j = new Affected.EcosystemPackage(
                    Purl.parse("pkg:maven/org.apache.logging.log4j/log4j-core"),
                    null,
                    List.of(new VersionStatements(
                            VersionScheme.MAVEN,
                            "ECOSYSTEM",
                            List.of(
                                    new Row(VersionRange.from("2.15.0"), VersionStatus.UNAFFECTED, "all"),
                                    new Row(VersionRange.from("2.13.0"), VersionStatus.AFFECTED, "all"),
                                    new Row(VersionRange.after("2.12.1"), VersionStatus.UNAFFECTED, "all"),
                                    new Row(VersionRange.from("2.4"), VersionStatus.AFFECTED, "all")),
                            VersionStatus.UNAFFECTED)));
            String purl = "pkg:maven/org.apache.logging.log4j/log4j-core@";

            assertThat(match(log4j, Components.packaged(purl + "2.14.1"))
                            .orElseThrow()
                            .range())
                    .isEqualTo(">=2.13.0|<2.15.0");
            assertThat(match(log4j, Components.packaged(purl + "2.8"))
                            .orElseThrow()
                            .range())
                    .isEqualTo(">=2.4|<=2.12.1");
        }

        @Test
        void prefersTheListedVersionAsEvidence() {
            assertThat(match(django, Components.packaged("pkg:pypi/django@1.11.0")))
                    .hasValueSatisfying(match -> {
                        assertThat(match.kind()).isEqualTo(MatchKind.PURL_EXACT);
                        assertThat(match.confidence()).isEqualTo(Confidence.EXACT);
                    });
        }

        @Test
        void findsNothingBehindTheFix() {
            assertThat(match(django, Components.packaged("pkg:pypi/django@2.2.24")))
                    .isEmpty();
        }

        @Test
        void findsNothingInAnotherEcosystem() {
            assertThat(match(django, Components.packaged("pkg:npm/django@1.0.0")))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"rocky, rocky-linux", "rocky-linux, rocky"})
        void findsADistributionUnderBothOfItsNames(String stated, String owned) {
            Affected bash = new Affected.EcosystemPackage(
                    Purl.parse("pkg:rpm/" + stated + "/bash"), null, List.of(below(VersionScheme.RPM, "5.1-3")));
            ComponentIdentity component = Components.packaged("pkg:rpm/" + owned + "/bash@5.1-2");
            assertThat(match(bash, component)).isPresent();
            assertThat(MatchKeys.of(component)).containsAll(MatchKeys.of(bash).keySet());
        }

        @Test
        void callsAMissingOrUnreadableVersionUndeterminedAndNeverNotAffected() {
            for (String purl : List.of("pkg:pypi/django", "pkg:pypi/django@no-version-at-all")) {
                assertThat(match(django, Components.packaged(purl)))
                        .as(purl)
                        .hasValueSatisfying(
                                match -> assertThat(match.confidence()).isEqualTo(Confidence.UNDETERMINED));
            }
        }

        @Test
        void callsAnUnknownOrderUndetermined() {
            Affected unknown = new Affected.EcosystemPackage(
                    Purl.parse("pkg:pypi/django"),
                    null,
                    List.of(new VersionStatements(
                            null,
                            "ECOSYSTEM Martian",
                            List.of(new Row(new VersionRange(null, false, "9", false), VersionStatus.AFFECTED, "<9")),
                            VersionStatus.UNAFFECTED)));

            assertThat(match(unknown, Components.packaged("pkg:pypi/django@1"))).hasValueSatisfying(match -> {
                assertThat(match.confidence()).isEqualTo(Confidence.UNDETERMINED);
                assertThat(match.why()).contains("no order called ECOSYSTEM Martian");
            });
        }

        @Test
        void findsNothingWhereThePublisherSaysThatItDoesNotKnow() {
            Affected silent = new Affected.EcosystemPackage(
                    Purl.parse("pkg:pypi/django"),
                    null,
                    List.of(new VersionStatements(
                            VersionScheme.PYPI,
                            "python",
                            List.of(new Row(VersionRange.exactly("1.0"), VersionStatus.AFFECTED, "1.0")),
                            VersionStatus.UNKNOWN)));

            assertThat(match(silent, Components.packaged("pkg:pypi/django@3.0")))
                    .isEmpty();
        }

        @Test
        void holdsAStatementToItsDistributionRelease() {
            Affected bookworm = new Affected.EcosystemPackage(
                    Purl.parse("pkg:deb/debian/openssl"), "12", List.of(below(VersionScheme.DEB, "3.0.11-1~deb12u2")));

            assertThat(match(bookworm, Components.packaged("pkg:deb/debian/openssl@3.0.9-1?distro=debian-12.4")))
                    .hasValueSatisfying(match -> assertThat(match.confidence()).isEqualTo(Confidence.RANGE));
            assertThat(match(bookworm, Components.packaged("pkg:deb/debian/openssl@3.0.9-1?distro=debian-11")))
                    .isEmpty();
            assertThat(match(bookworm, Components.packaged("pkg:deb/debian/openssl@3.0.9-1")))
                    .hasValueSatisfying(match -> assertThat(match.confidence()).isEqualTo(Confidence.UNDETERMINED));
        }

        @Test
        void readsTheReleaseFromTheTagOfAnRpm() {
            Affected nine = new Affected.EcosystemPackage(
                    Purl.parse("pkg:rpm/redhat/openssl"), "9", List.of(below(VersionScheme.RPM, "1:3.0.7-24.el9")));

            assertThat(match(nine, Components.packaged("pkg:rpm/redhat/openssl@1:3.0.7-18.el9_2?arch=src")))
                    .hasValueSatisfying(match -> assertThat(match.confidence()).isEqualTo(Confidence.RANGE));
            assertThat(match(nine, Components.packaged("pkg:rpm/redhat/openssl@1:1.1.1k-9.el8_7?arch=src")))
                    .isEmpty();
        }

        @Test
        void findsABinaryPackageByItsSourcePackage() {
            Affected openssl = new Affected.EcosystemPackage(
                    Purl.parse("pkg:deb/debian/openssl"), null, List.of(below(VersionScheme.DEB, "3.0.11-1")));

            assertThat(match(openssl, Components.packaged("pkg:deb/debian/libssl3@3.0.9-1?upstream=openssl")))
                    .isPresent();
        }
    }

    @Nested
    class OfNames {

        private final Affected freertos =
                new Affected.Product("Amazon Web Services", "FreeRTOS", below(VersionScheme.GENERIC, "10.5.0"));

        @Test
        void givesACandidateForAProductKnownByNameOnly() {
            assertThat(match(freertos, Components.named("freertos", "10.2.1"))).hasValueSatisfying(match -> {
                assertThat(match.kind()).isEqualTo(MatchKind.NAME);
                assertThat(match.confidence()).isEqualTo(Confidence.NAME_ONLY);
                assertThat(match.why()).contains("only the names agree");
            });
        }

        @Test
        void wantsTheVendorToAgreeWhereTheSbomNamesOne() {
            assertThat(match(freertos, Components.by("Wind River", "FreeRTOS", "10.2.1")))
                    .isEmpty();
            assertThat(match(freertos, Components.by("Amazon Web Services, Inc.", "FreeRTOS", "10.2.1")))
                    .isPresent();
        }

        @Test
        void doesNotTakeAPackageForAProductOfTheSameName() {
            Affected mysql = new Affected.Product("Oracle", "mysql", below(VersionScheme.GENERIC, "9"));

            assertThat(match(mysql, Components.packaged("pkg:npm/mysql@2.18.1")))
                    .isEmpty();
        }

        @Test
        void findsNothingOutsideTheStatedVersions() {
            assertThat(match(freertos, Components.named("freertos", "11.0"))).isEmpty();
        }
    }
}
