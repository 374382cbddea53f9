package dev.ward.standards.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementCodeTest {

    private static final long SEED = 20261122;
    private static final int ROUNDS = 100_000;
    private static final List<@Nullable VersionScheme> SCHEMES = new ArrayList<>(List.of(
            VersionScheme.NPM, VersionScheme.PYPI, VersionScheme.MAVEN, VersionScheme.DEB, VersionScheme.GENERIC));

    static {
        SCHEMES.add(null);
    }

    private static final List<String> VERSIONS = List.of(
            "0",
            "1.0",
            "1.0.0",
            "1.0.1",
            "1.0.0-rc1",
            "1.0.0-beta.2",
            "1.2",
            "1.10",
            "2.0.0",
            "2.0.0-1",
            "2.1.0+build",
            "1:2.0",
            "10.0",
            "2004d",
            "n/a",
            "2.4 and earlier",
            "",
            "1.0.0.Final",
            "1.0-SNAPSHOT",
            "0.0.1.post8319707068",
            "99999999999999999999.1");

    /// The fast way either gives the truth, or says that it cannot tell.
    @Test
    void agreesWithEvaluationByComparisonWhereverItAnswers() {
        Random random = new Random(SEED);
        int answered = 0;
        for (int i = 0; i < ROUNDS; i++) {
            VersionStatements statements = statements(random);
            String version = random.nextInt(20) == 0 ? null : pick(random);
            ComponentIdentity component = Components.named("thing", version);
            byte[] code = StatementCode.encode(statements);
            Varint.Cursor at = new Varint.Cursor(code, 0);

            StatementCode.Answer fast = StatementCode.evaluate(at, component, MatchKeys.Use.NAME);

            assertThat(at.position()).isEqualTo(code.length);
            Verdict truth =
                    VersionEvaluation.of(statements, component.version()).verdict();
            if (fast != StatementCode.Answer.ASK) {
                assertThat(fast.name())
                        .as("%s for version \"%s\"", statements, version)
                        .isEqualTo(truth.name());
                answered++;
            }
        }
        assertThat(answered).isGreaterThan(ROUNDS * 9 / 10);
    }

    private static VersionStatements statements(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            rows.add(new Row(range(random), VersionStatus.values()[random.nextInt(3)], "row"));
        }
        VersionScheme scheme = SCHEMES.get(random.nextInt(SCHEMES.size()));
        return new VersionStatements(scheme, "test", rows, VersionStatus.values()[random.nextInt(3)]);
    }

    private static VersionRange range(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> VersionRange.ALL;
            case 1 -> VersionRange.exactly(pick(random));
            case 2 -> VersionRange.from(pick(random));
            case 3 -> VersionRange.after(pick(random));
            case 4 -> new VersionRange(null, false, pick(random), random.nextBoolean());
            default -> new VersionRange(pick(random), random.nextBoolean(), pick(random), random.nextBoolean());
        };
    }

    private static String pick(Random random) {
        return VERSIONS.get(random.nextInt(VERSIONS.size()));
    }
}
