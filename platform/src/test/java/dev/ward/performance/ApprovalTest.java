package dev.ward.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.signature.Shown;
import dev.ward.signature.Signer;
import dev.ward.signature.Signing;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WardTest
class ApprovalTest {

    private static final Reader READER = Reader.machine("test");

    private final TestCallers callers;
    private final Signing signing;
    private final TestModels models;
    private final EssentialPerformances performances;
    private final PerformanceDrafts drafts;
    private final Approvals approvals;
    private final ApprovalsHeard heard;
    private final JdbcClient jdbc;

    @Autowired
    ApprovalTest(
            TestCallers callers,
            Signing signing,
            TestModels models,
            EssentialPerformances performances,
            PerformanceDrafts drafts,
            Approvals approvals,
            ApprovalsHeard heard,
            JdbcClient jdbc) {
        this.callers = callers;
        this.signing = signing;
        this.models = models;
        this.performances = performances;
        this.drafts = drafts;
        this.approvals = approvals;
        this.heard = heard;
        this.jdbc = jdbc;
    }

    private Signer clinician() {
        return signing.confirm(
                callers.caller("clinical-safety"),
                Shown.of(TestCallers.email("clinical-safety"), TestCallers.PASSWORD, "Europe/Berlin"));
    }

    private Caller engineer() {
        return callers.caller("product-security");
    }

    private String seen(Subject subject) {
        return performances.draft(subject).orElseThrow().sha256();
    }

    private PerformanceVersion approve(Subject subject) {
        return approvals.approve(clinician(), subject, seen(subject));
    }

    @Test
    @Statement("PR-5.1")
    void keepsWhoApprovedWhatAndWhenAndHow() {
        Subject pump = models.model();
        EssentialFunction delivery = drafts.save(engineer(), pump, Functions.delivery(), 0);
        String seen = seen(pump);

        PerformanceVersion approved = approve(pump);

        PerformanceVersion kept = performances.inForce(pump).orElseThrow();
        assertThat(kept.number()).isEqualTo(1);
        assertThat(kept.functions()).containsExactly(delivery);
        assertThat(kept.approval()).isEqualTo(approved.approval());
        assertThat(kept.approval().name()).isEqualTo("Person of clinical-safety");
        assertThat(kept.approval().role()).isEqualTo("Clinical safety");
        assertThat(kept.approval().sha256()).isEqualTo(seen);
        assertThat(kept.authors()).extracting(Author::name).containsExactly("Person of product-security");
        assertThat(performances.signatures(kept)).singleElement().satisfies(one -> {
            assertThat(one.seals(kept.content())).isTrue();
            assertThat(one.signerName()).isEqualTo("Person of clinical-safety");
        });
        assertThat(Approval.Means.RE_ENTERED_PASSWORD.label())
                .as("what was approved before there were signatures")
                .isEqualTo("approved with re-entered password; this is not an electronic signature");
        assertThat(performances.draft(pump)).isEmpty();
        assertThat(jdbc.sql("SELECT means FROM performance.version WHERE sha256 = :sha256")
                        .param("sha256", seen)
                        .query(String.class)
                        .single())
                .isEqualTo("SIGNATURE");
        assertThat(acts(pump)).endsWith("performance.approved");
    }

    @Test
    void tellsLaterModulesAfterTheCommit() {
        Subject pump = models.model();
        drafts.save(engineer(), pump, Functions.delivery(), 0);

        approve(pump);

        long sequence = jdbc.sql("""
                SELECT sequence FROM performance.published_version
                 WHERE product_id = :product AND model_id = :model AND in_force
                """)
                .param("product", pump.productId())
                .param("model", pump.modelId())
                .query(Long.class)
                .single();
        assertThat(heard.last()).isEqualTo(new EssentialPerformanceApproved(sequence));
    }

    @Test
    void hashesWhatAnybodyCanHashAgain() throws Exception {
        Subject pump = models.model();
        drafts.save(engineer(), pump, Functions.delivery("Delivers \"ä\\\n\" → µ"), 0);
        drafts.save(engineer(), pump, Functions.unknown("Alarms"), 0);
        approve(pump);

        PerformanceVersion kept = performances.version(pump, 1);

        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(kept.content().getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(kept.approval().sha256());
        assertThat(CanonicalContent.of(pump, 1, kept.functions())).isEqualTo(kept.content());
        assertThat(sorted(JsonMapper.shared().readTree(kept.content()))).isEqualTo(kept.content());
    }

    /// RFC 8785, made by another hand: names sorted, no space.
    private static String sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, String> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return "{"
                    + String.join(
                            ",",
                            fields.entrySet().stream()
                                    .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
                                    .toList())
                    + "}";
        }
        if (node.isArray()) {
            return "["
                    + String.join(
                            ",", node.valueStream().map(ApprovalTest::sorted).toList()) + "]";
        }
        return node.isString()
                ? "\""
                        + node.asString()
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n") + "\""
                : node.toString();
    }

    @Test
    void refusesWhoeverIsTheOnlyAuthor() {
        Subject pump = models.model();
        drafts.save(callers.caller("clinical-safety"), pump, Functions.delivery(), 0);

        assertRefused(pump, Problem.CONFLICT, "You are the only author");

        drafts.save(engineer(), pump, Functions.unknown("Alarms"), 0);
        assertThat(approve(pump).number()).isEqualTo(1);
    }

    @Test
    void countsWhatATokenWroteAsWrittenByWhoeverMadeIt() {
        Subject pump = models.model();
        Subject monitor = models.model();
        EssentialFunction delivery = Functions.delivery();
        Caller clinician = callers.caller("clinical-safety");
        Caller program = new Caller(
                new Actor(Actor.Kind.TOKEN, "t-1", "own program"),
                null,
                clinician.owner(),
                clinician.role(),
                clinician.roleTitle(),
                null,
                clinician.permissions());
        drafts.save(program, pump, delivery, 0);
        drafts.save(callers.program("product-security"), monitor, Functions.delivery(), 0);

        assertRefused(pump, Problem.CONFLICT, "You are the only author");
        assertThat(approve(monitor).number()).isEqualTo(1);
    }

    @Test
    void countsWhatNobodyAnswersForAsNobodysWork() {
        Subject pump = models.model();
        Caller commandLine = new Caller(
                new Actor(Actor.Kind.TOKEN, "t-2", "command line"),
                null,
                null,
                "administrator",
                "Administrator",
                null,
                engineer().permissions());
        drafts.save(commandLine, pump, Functions.delivery(), 0);

        assertRefused(pump, Problem.CONFLICT, "You are the only author");
    }

    @Test
    void isVoidWhenTheDraftChangesAfterItWasRead() {
        Subject pump = models.model();
        EssentialFunction delivery = drafts.save(engineer(), pump, Functions.delivery(), 0);
        String seen = seen(pump);
        drafts.save(engineer(), pump, Functions.with(delivery, List.of(Functions.DELAY)), null);

        assertThatThrownBy(() -> approvals.approve(clinician(), pump, seen))
                .asInstanceOf(type(ProblemException.class))
                .extracting(ProblemException::problem)
                .isEqualTo(Problem.OUTDATED);
        assertThat(performances.inForce(pump)).isEmpty();
        assertThat(performances.draft(pump)).isPresent();
    }

    @Test
    @Statement("PR-5.1")
    void leavesNothingOpen() {
        Subject pump = models.model();
        drafts.save(engineer(), pump, Functions.bare("Alarms"), 0);

        assertRefused(pump, Problem.CONFLICT, "\"Alarms\" leaves open: What it does for the patient, Limits");
    }

    @Test
    void isNotGivenTwiceForTheSame() {
        Subject pump = models.model();
        drafts.save(engineer(), pump, Functions.delivery(), 0);
        approve(pump);
        drafts.begin(engineer(), pump);

        assertRefused(pump, Problem.CONFLICT, "what the version in force says already");
    }

    @Test
    void isSupersededByTheNextOneAndStaysAsItWas() {
        Subject pump = models.model();
        EssentialFunction delivery = drafts.save(engineer(), pump, Functions.delivery(), 0);
        String first = approve(pump).content();

        drafts.save(engineer(), pump, Functions.renamed(delivery, "Infuses at the set rate"), null);

        assertThat(performances.inForce(pump).orElseThrow().number())
                .as("until the next is approved")
                .isEqualTo(1);
        PerformanceDraft draft = performances.draft(pump).orElseThrow();
        assertThat(draft.basedOn()).isEqualTo(1);
        assertThat(draft.number()).isEqualTo(2);
        approve(pump);
        assertThat(performances.version(pump, 1).content()).isEqualTo(first);
        assertThat(performances.version(pump, 1).inForce()).isFalse();
        assertThat(performances.versions(pump, null, 10).items())
                .extracting(VersionLine::number, VersionLine::inForce)
                .containsExactly(tuple(2, true), tuple(1, false));
        assertThat(performances.compare(pump, 1, 2)).singleElement().satisfies(one -> {
            assertThat(one.label()).isEqualTo("Name");
            assertThat(one.after()).isEqualTo("Infuses at the set rate");
        });
        assertThat(jdbc.sql("SELECT name || ' ' || version FROM performance.published_function WHERE product_id = :id")
                        .param("id", pump.productId())
                        .query(String.class)
                        .list())
                .containsExactly("Infuses at the set rate 2");
    }

    @Test
    void cannotBeRewrittenByTheApplication() {
        Subject pump = models.model();
        drafts.save(engineer(), pump, Functions.delivery(), 0);
        approve(pump);

        for (String statement : List.of(
                "UPDATE performance.version SET approver_name = 'Eve'",
                "UPDATE performance.version SET means = 'ELECTRONIC_SIGNATURE'",
                "DELETE FROM performance.version",
                "UPDATE performance.function SET worst_severity = 'MINOR'",
                "DELETE FROM performance.function")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update())
                    .as(statement)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void standsAtTheWorstWhereItIsNotKnown() {
        Subject pump = models.model();
        drafts.save(engineer(), pump, Functions.unknown("Alarms"), 0);
        approve(pump);

        assertThat(jdbc.sql("""
                        SELECT worst_severity || ' ' || worst_severity_known || ' ' || time_to_harm_seconds || ' '
                               || time_to_harm_known
                          FROM performance.published_function WHERE product_id = :id
                        """)
                        .param("id", pump.productId())
                        .query(String.class)
                        .single())
                .isEqualTo("CATASTROPHIC false 0 false");
    }

    @Test
    void isForModelsInUseAndForProductsThatHaveNone() {
        Subject product = models.product();
        drafts.save(engineer(), product, Functions.delivery(), 0);
        assertThat(approve(product).number()).isEqualTo(1);

        models.addModel(product);

        Subject apart = performances.subject(READER, product.id());
        assertThatThrownBy(() -> drafts.save(engineer(), apart, Functions.unknown("Alarms"), 0))
                .hasMessageContaining("has models, and each of them has its own");
        assertThat(performances.inForce(apart))
                .as("what was approved stays readable")
                .isPresent();
    }

    private void assertRefused(Subject subject, Problem problem, String words) {
        assertThatThrownBy(() -> approve(subject))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(refused -> {
                    assertThat(refused.problem()).isEqualTo(problem);
                    assertThat(refused.detail()).contains(words);
                });
        assertThat(performances.draft(subject)).as("nothing of it is lost").isPresent();
    }

    private List<String> acts(Subject subject) {
        return jdbc.sql("SELECT what FROM audit.entry WHERE body LIKE '%' || :id || '%' ORDER BY seq")
                .param("id", subject.id().toString())
                .query(String.class)
                .list();
    }
}
