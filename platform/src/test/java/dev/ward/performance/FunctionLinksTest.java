package dev.ward.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Boms;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class FunctionLinksTest {

    private static final Reader READER = Reader.machine("test");

    private final TestModels models;
    private final PerformanceDrafts drafts;
    private final FunctionLinks links;
    private final LinkRules rules;
    private final Interfaces interfaces;
    private final JdbcClient jdbc;
    private final RestClientOfTests ward;
    private final Caller engineer;

    private Subject pump;
    private EssentialFunction delivery;

    @Autowired
    FunctionLinksTest(
            TestCallers callers,
            TestModels models,
            PerformanceDrafts drafts,
            FunctionLinks links,
            LinkRules rules,
            Interfaces interfaces,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.models = models;
        this.drafts = drafts;
        this.links = links;
        this.rules = rules;
        this.interfaces = interfaces;
        this.jdbc = jdbc;
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.engineer = callers.caller("product-security");
        this.pump = models.model();
        this.delivery = drafts.save(engineer, pump, Functions.delivery(), 0);
    }

    @BeforeEach
    void takeAnotherPump() {
        pump = models.model();
        delivery = drafts.save(engineer, pump, Functions.delivery(), 0);
    }

    private ReleaseId release(Subject subject, String version, String... components) {
        ReleaseId release = models.release(subject, version);
        ward.upload(release.toString(), Boms.of(components));
        return release;
    }

    private List<String> unlinked() {
        return links.unlinked(READER, pump, null, null, 100).items().stream()
                .map(one -> one.line().name() + " " + one.releases())
                .toList();
    }

    private List<String> keys(String... names) {
        return links.unlinked(READER, pump, null, null, 100).items().stream()
                .filter(one -> List.of(names).contains(one.line().name()))
                .map(one -> one.line().key())
                .toList();
    }

    private LinkPreview say(@Nullable FunctionId function, String... names) {
        return links.apply(engineer, READER, pump, LinkOrder.ofLines(keys(names), function, "It does the timing"));
    }

    @Test
    void listsWhatNobodyHasSpokenOfTheMostUsedFirst() {
        release(pump, "1.0", "b@1.0.0", "c@1.0.0");
        release(pump, "2.0", "b@1.1.0", "a@1.0.0", "c@1.0.0");
        release(pump, "3.0", "c@2.0.0");

        assertThat(unlinked()).containsExactly("c 3", "b 2", "a 1");
        assertThat(links.counts(READER, pump)).isEqualTo(new LinkCounts(3, 3, 3));
        assertThat(links.unlinked(READER, pump, null, null, 2).next()).isNotNull();
        String next = links.unlinked(READER, pump, null, null, 2).next();
        assertThat(links.unlinked(READER, pump, null, next, 2).items())
                .extracting(one -> one.line().name())
                .containsExactly("a");
    }

    @Test
    void looksAtReleasesInUseAlone() {
        ReleaseId old = release(pump, "1.0", "gone@1.0.0");
        release(pump, "2.0", "kept@1.0.0");
        release(models.addModel(pump), "9.0", "elsewhere@1.0.0");
        models.archive(old);

        assertThat(unlinked()).containsExactly("kept 1");
    }

    @Test
    void passesOverWhatAnSbomDescribes() {
        ReleaseId release = models.release(pump, "1.0");
        ward.upload(release.toString(), """
                {"bomFormat": "CycloneDX", "specVersion": "1.6",
                 "metadata": {"component": {"type": "firmware", "name": "pump", "version": "1.0"}},
                 "components": [{"type": "library", "name": "zlib", "version": "1.3"}]}
                """);

        assertThat(unlinked()).containsExactly("zlib 1");
    }

    @Test
    void surviveTheUpdateOfTheirComponent() {
        release(pump, "1.0", "b@1.0.0");
        say(delivery.id(), "b");

        release(pump, "2.0", "b@7.3.1", "new@1.0.0");

        assertThat(unlinked()).containsExactly("new 1");
        assertThat(links.list(pump, delivery.id(), false, false, null, null, 10).items())
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.of()).isEqualTo(new Linked.Line("pkg:npm/b", "b"));
                    assertThat(link.why()).isEqualTo("It does the timing");
                    assertThat(link.author()).isEqualTo("Person of product-security");
                    assertThat(link.functionName()).isEqualTo("Delivers the drug at the set rate");
                });
        assertThat(jdbc.sql("SELECT product_line FROM performance.published_link WHERE function_id = :id")
                        .param("id", delivery.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("pkg:npm/b");
    }

    @Test
    void takeAReasonForNoFunctionToo() {
        release(pump, "1.0", "a@1.0.0", "b@1.0.0");

        LinkPreview said = say(null, "a");

        assertThat(said.added()).extracting(Linked::name).containsExactly("a");
        assertThat(unlinked()).containsExactly("b 1");
        assertThatThrownBy(() -> LinkOrder.ofLines(keys("b"), null, " ")).hasMessageContaining("why is missing");
    }

    @Test
    void neverLoseAFunctionToAWordThatThereIsNone() {
        release(pump, "1.0", "a@1.0.0", "b@1.0.0");
        List<String> both = keys("a", "b");
        say(delivery.id(), "a");

        LinkPreview said = links.apply(engineer, READER, pump, LinkOrder.ofLines(both, null, "Only in the build"));

        assertThat(said.kept()).extracting(Linked::name).containsExactly("a");
        assertThat(said.added()).extracting(Linked::name).containsExactly("b");
        assertThat(links.list(pump, delivery.id(), false, false, null, null, 10).items())
                .hasSize(1);
    }

    @Test
    void endTheWordThatThereIsNoneWhenAFunctionIsFound() {
        release(pump, "1.0", "a@1.0.0");
        List<String> key = keys("a");
        say(null, "a");

        LinkPreview said =
                links.apply(engineer, READER, pump, LinkOrder.ofLines(key, delivery.id(), "It does after all"));

        assertThat(said.replaced()).extracting(Linked::name).containsExactly("a");
        assertThat(links.list(pump, null, false, true, key.getFirst(), null, 10).items())
                .extracting(FunctionLink::function, link -> link.ended() == null, FunctionLink::endWhy)
                .containsExactlyInAnyOrder(
                        tuple(delivery.id(), true, null), tuple(null, false, "Linked to a function"));
    }

    @Test
    void changeNothingTheSecondTime() {
        release(pump, "1.0", "a@1.0.0");
        List<String> key = keys("a");
        LinkOrder order = LinkOrder.ofLines(key, delivery.id(), "Timing");
        links.apply(engineer, READER, pump, order);

        LinkPreview again = links.apply(engineer, READER, pump, order);

        assertThat(again.added()).isEmpty();
        assertThat(again.already()).hasSize(1);
        assertThat(links.list(pump, null, false, true, null, null, 10).items()).hasSize(1);
    }

    @Test
    void putTheirComponentOnTheListAgainWhenTheyEnd() {
        release(pump, "1.0", "a@1.0.0");
        say(delivery.id(), "a");
        UUID link = links.list(pump, null, false, false, null, null, 10)
                .items()
                .getFirst()
                .id();

        assertThatThrownBy(() -> links.end(engineer, pump, link, "")).hasMessageContaining("why is missing");
        links.end(engineer, pump, link, "It was another one");

        assertThat(unlinked()).containsExactly("a 1");
        assertThatThrownBy(() -> links.end(engineer, pump, link, "Again")).hasMessageContaining("There is no link");
    }

    @Test
    void countNoLongerWhenTheirFunctionIsGone() {
        release(pump, "1.0", "a@1.0.0");
        say(delivery.id(), "a");

        drafts.remove(engineer, pump, delivery.id());

        assertThat(unlinked()).containsExactly("a 1");
        assertThat(links.list(pump, null, false, false, null, null, 10).items())
                .singleElement()
                .extracting(FunctionLink::living)
                .isEqualTo(false);
    }

    @Test
    void areToFunctionsOfTheSameModelAlone() {
        release(pump, "1.0", "a@1.0.0");
        Subject monitor = models.model();
        EssentialFunction foreign = drafts.save(engineer, monitor, Functions.delivery("Shows the pulse"), 0);

        assertThatThrownBy(() -> say(foreign.id(), "a")).hasMessageContaining("There is no function");
        assertThatThrownBy(() -> drafts.save(engineer, pump, foreign, null)).hasMessageContaining("another model");
    }

    @Test
    void reachInterfacesToo() {
        DeviceInterface port = interfaces.add(
                engineer, pump, "Drug library", DeviceInterface.Kind.NETWORK, DeviceInterface.Direction.UNKNOWN);

        links.apply(
                engineer,
                READER,
                pump,
                new LinkOrder(List.of(), List.of(port.id().value()), delivery.id(), "Limits come from there"));
        assertThatThrownBy(() -> interfaces.add(
                        engineer, pump, "drug LIBRARY", DeviceInterface.Kind.OTHER, DeviceInterface.Direction.IN))
                .hasMessageContaining("Another interface has the name");

        assertThat(links.list(pump, delivery.id(), false, false, null, null, 10).items())
                .extracting(link -> link.of().name())
                .containsExactly("Drug library");
        interfaces.retire(engineer, pump, port.id());
        assertThat(links.list(pump, delivery.id(), false, false, null, null, 10).items())
                .isEmpty();
        assertThat(interfaces.list(pump)).isEmpty();
    }

    @Test
    void areMadeByARuleOnlyAsItWasSeen() {
        release(pump, "1.0", "@babel/core@1", "babel-loader@1", "react@1");
        UUID rule = rules.add(
                engineer, READER, pump, new LinkRule.Draft(LinkRule.Field.NAME, "Babel", null, "Build time only"));
        assertThat(rules.list(READER, pump))
                .singleElement()
                .extracting(LinkRule::reaches)
                .isEqualTo(1L);
        LinkRules.Reach seen = rules.preview(READER, pump, rule);
        assertThat(unlinked()).as("a rule does nothing by itself").hasSize(3);

        release(pump, "2.0", "babel-types@1");
        assertThatThrownBy(() -> rules.apply(engineer, READER, pump, rule, seen.digest()))
                .hasMessageContaining("reaches other components by now");
        LinkRules.Reach later = rules.preview(READER, pump, rule);
        int linked = rules.apply(engineer, READER, pump, rule, later.digest());

        assertThat(linked).isEqualTo(2);
        assertThat(unlinked()).doesNotContain("babel-loader 1", "babel-types 1").hasSize(2);
        assertThat(links.list(pump, null, true, false, null, null, 10).items())
                .allSatisfy(link -> assertThat(link.rule()).isEqualTo(rule));
        rules.retire(engineer, READER, pump, rule);
        assertThat(links.list(pump, null, true, false, null, null, 10).items()).hasSize(2);
    }

    @Test
    void areNotSeenByWhoeverSeesNothing() {
        release(pump, "1.0", "a@1.0.0");

        assertThat(links.unlinked(Reader.blind("eve"), pump, null, null, 10).items())
                .isEmpty();
        assertThat(links.counts(Reader.blind("eve"), pump).components()).isZero();
    }

    @Test
    void leaveOneEntryForManyInTheTrail() {
        release(pump, "1.0", "a@1.0.0", "b@1.0.0", "c@1.0.0");

        say(delivery.id(), "a", "b", "c");

        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit.entry WHERE what = 'performance.linked' AND body LIKE '%' || :id || '%'")
                        .param("id", pump.id().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
