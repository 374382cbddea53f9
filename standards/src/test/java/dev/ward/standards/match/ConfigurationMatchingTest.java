package dev.ward.standards.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigurationMatchingTest {

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

    private static final String OPENSSL = "cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*";
    private static final String WINDOWS = "cpe:2.3:o:microsoft:windows:-:*:*:*:*:*:*:*";

    private static CpeCondition.Leaf leaf(String cpe, boolean vulnerable, @Nullable VersionStatements versions) {
        return new CpeCondition.Leaf(Cpe.parse(cpe), vulnerable, versions);
    }

    private static Affected any(CpeCondition... conditions) {
        return new Affected.Configuration(new CpeCondition.AnyOf(List.of(conditions)));
    }

    private static Affected all(CpeCondition... conditions) {
        return new Affected.Configuration(new CpeCondition.AllOf(List.of(conditions)));
    }

    private final ComponentIdentity openssl =
            Components.withCpe("openssl", "1.0.2k", "cpe:2.3:a:openssl:openssl:1.0.2k:*:*:*:*:*:*:*");

    @Test
    void findsAVersionInARange() {
        assertThat(match(any(leaf(OPENSSL, true, below(VersionScheme.OPENSSL, "1.0.2zg"))), openssl))
                .hasValueSatisfying(match -> {
                    assertThat(match.kind()).isEqualTo(MatchKind.CPE_RANGE);
                    assertThat(match.confidence()).isEqualTo(Confidence.RANGE);
                });
        assertThat(match(any(leaf(OPENSSL, true, below(VersionScheme.OPENSSL, "1.0.2f"))), openssl))
                .isEmpty();
    }

    @Test
    void saysThatEveryVersionIsMeant() {
        assertThat(match(any(leaf(OPENSSL, true, null)), openssl)).hasValueSatisfying(match -> {
            assertThat(match.kind()).isEqualTo(MatchKind.CPE_ANY);
            assertThat(match.confidence()).isEqualTo(Confidence.ANY_VERSION);
        });
    }

    @Test
    void findsTheStatedVersionOnly() {
        assertThat(match(any(leaf("cpe:2.3:a:openssl:openssl:1.0.2k:*:*:*:*:*:*:*", true, null)), openssl))
                .hasValueSatisfying(match -> assertThat(match.confidence()).isEqualTo(Confidence.EXACT));
        assertThat(match(any(leaf("cpe:2.3:a:openssl:openssl:1.0.2j:*:*:*:*:*:*:*", true, null)), openssl))
                .isEmpty();
    }

    @Test
    void readsAllVersionsOfANameThatHasOneAsThatOne() {
        VersionStatements all = new VersionStatements(
                VersionScheme.GENERIC,
                "custom",
                List.of(new Row(VersionRange.ALL, VersionStatus.AFFECTED, "*")),
                VersionStatus.UNKNOWN);

        assertThat(match(any(leaf("cpe:2.3:a:openssl:openssl:3.0.0:*:*:*:*:*:*:*", true, all)), openssl))
                .isEmpty();
        assertThat(match(any(leaf("cpe:2.3:a:openssl:openssl:1.0.2k:*:*:*:*:*:*:*", true, all)), openssl))
                .isPresent();
    }

    @Test
    void doesNotTakeNotApplicableForAny() {
        assertThat(match(any(leaf("cpe:2.3:a:openssl:openssl:-:*:*:*:*:*:*:*", true, null)), openssl))
                .isEmpty();
        ComponentIdentity chip = Components.withCpe("chip", null, "cpe:2.3:h:intel:celeron_j4005:-:*:*:*:*:*:*:*");
        assertThat(match(any(leaf("cpe:2.3:h:intel:celeron_j4005:-:*:*:*:*:*:*:*", true, null)), chip))
                .isPresent();
    }

    @Test
    void doesNotHitThePlatform() {
        Affected onWindows = all(leaf(OPENSSL, true, null), leaf(WINDOWS, false, null));
        ComponentIdentity windows = Components.withCpe("windows", null, "cpe:2.3:o:microsoft:windows:-:*:*:*:*:*:*:*");

        assertThat(match(onWindows, windows, openssl)).isEmpty();
        assertThat(match(onWindows, openssl, windows))
                .hasValueSatisfying(match -> assertThat(match.confidence()).isEqualTo(Confidence.ANY_VERSION));
    }

    @Test
    void tellsAnAbsentPlatformFromAnUnstatedOne() {
        Affected onWindows = all(leaf(OPENSSL, true, null), leaf(WINDOWS, false, null));
        ComponentIdentity linux = Components.withCpe("linux", "6.1", "cpe:2.3:o:linux:linux_kernel:6.1:*:*:*:*:*:*:*");

        assertThat(match(onWindows, openssl, linux)).isEmpty();
        assertThat(match(onWindows, openssl)).hasValueSatisfying(match -> {
            assertThat(match.confidence()).isEqualTo(Confidence.UNDETERMINED);
            assertThat(match.why()).contains("the SBOM does not say");
        });
    }

    @Test
    void turnsANegatedNodeRound() {
        CpeCondition notLinux = new CpeCondition.Not(leaf("cpe:2.3:o:linux:linux_kernel:*:*:*:*:*:*:*:*", false, null));
        ComponentIdentity linux = Components.withCpe("linux", "6.1", "cpe:2.3:o:linux:linux_kernel:6.1:*:*:*:*:*:*:*");

        assertThat(match(all(leaf(OPENSSL, true, null), notLinux), openssl, linux))
                .isEmpty();
    }

    @Test
    void keepsAnUpdateThatTheComponentDoesNotStateOpen() {
        Affected beta = any(leaf("cpe:2.3:a:openssl:openssl:1.0.2k:beta1:*:*:*:*:*:*", true, null));

        assertThat(match(beta, openssl)).hasValueSatisfying(match -> {
            assertThat(match.confidence()).isEqualTo(Confidence.UNDETERMINED);
            assertThat(match.why()).contains("does not state its update");
        });
    }

    @Test
    void findsTheSameNameWithItsUpdate() {
        String orion = "cpe:2.3:a:solarwinds:orion_platform:2020.2:hotfix1:*:*:*:*:*:*";
        ComponentIdentity component = Components.withCpe("orion", "2020.2", orion);

        assertThat(match(any(leaf(orion, true, null)), component))
                .hasValueSatisfying(match -> assertThat(match.confidence()).isEqualTo(Confidence.EXACT));
        assertThat(match(any(leaf(orion.replace("hotfix1", "hotfix2"), true, null)), component))
                .isEmpty();
        assertThat(match(any(leaf(orion.replace("hotfix1", "*"), true, null)), component))
                .isPresent();
    }

    @Test
    void passesOverADistributionsEpoch() {
        ComponentIdentity vim =
                Components.withCpe("vim", "2:8.2.2434-3", "cpe:2.3:a:vim:vim:2\\:8.2.2434-3:*:*:*:*:*:*:*");

        assertThat(match(
                        any(leaf("cpe:2.3:a:vim:vim:*:*:*:*:*:*:*:*", true, below(VersionScheme.GENERIC, "9.0"))), vim))
                .isPresent();
    }

    @Test
    void findsWhatNamesNoSingleProduct() {
        ComponentIdentity anyVendor = Components.withCpe("o", "1.0.2k", "cpe:2.3:a:*:openssl:1.0.2k:*:*:*:*:*:*:*");

        assertThat(match(any(leaf(OPENSSL, true, null)), anyVendor)).isPresent();
        assertThat(MatchKeys.of(anyVendor)).contains(new MatchKeys.Key(MatchKeys.Use.NAME, "openssl"));
    }

    @Test
    void doesNotTakeAnUnnamedOperatingSystemOrAProcessorForAnother() {
        Affected onWindows = all(leaf(OPENSSL, true, null), leaf(WINDOWS, false, null));
        Affected inDevice = all(leaf(OPENSSL, true, null), leaf("cpe:2.3:h:acme:pump:-:*:*:*:*:*:*:*", false, null));
        ComponentIdentity system = Components.of("operating-system", null, "Microsoft Windows", "10", null, List.of());
        ComponentIdentity chip = Components.withCpe("chip", null, "cpe:2.3:h:intel:core_i5:-:*:*:*:*:*:*:*");

        assertThat(match(onWindows, openssl, system)).isPresent();
        assertThat(match(inDevice, openssl, chip)).isPresent();
    }

    @Test
    void takesAFrameworkForNoContradictionOfARuntime() {
        ComponentIdentity gem = Components.of(
                "library",
                null,
                "x",
                "1.0",
                Purl.parse("pkg:gem/x@1.0"),
                List.of(Cpe.parse("cpe:2.3:a:x:x:1.0:*:*:*:*:*:*:*")));

        assertThat(match(any(leaf("cpe:2.3:a:x:x:*:*:*:*:*:ruby_on_rails:*:*", true, null)), gem))
                .isPresent();
    }

    @Test
    void takesAnOpenArchitectureForTheOneThatIsMeant() {
        Affected x64 = any(leaf("cpe:2.3:a:openssl:openssl:1.0.2k:*:*:*:*:*:x64:*", true, null));
        ComponentIdentity arm = Components.withCpe("o", "1.0.2k", "cpe:2.3:a:openssl:openssl:1.0.2k:*:*:*:*:*:arm64:*");

        assertThat(match(x64, openssl)).hasValueSatisfying(match -> {
            assertThat(match.confidence()).isEqualTo(Confidence.EXACT);
            assertThat(match.why()).contains("does not state its target_hw");
        });
        assertThat(match(x64, arm)).isEmpty();
    }

    @Test
    void readsTheRuntimeFromThePurl() {
        ComponentIdentity npm = Components.of(
                "library",
                null,
                "tar",
                "4.0.0",
                Purl.parse("pkg:npm/tar@4.0.0"),
                List.of(Cpe.parse("cpe:2.3:a:npmjs:tar:4.0.0:*:*:*:*:*:*:*")));

        assertThat(match(any(leaf("cpe:2.3:a:npmjs:tar:*:*:*:*:*:node.js:*:*", true, null)), npm))
                .isPresent();
        assertThat(match(any(leaf("cpe:2.3:a:npmjs:tar:*:*:*:*:*:python:*:*", true, null)), npm))
                .isEmpty();
    }
}
