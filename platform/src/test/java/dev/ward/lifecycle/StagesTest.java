package dev.ward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.product.Model;
import dev.ward.product.Models;
import dev.ward.product.Product;
import dev.ward.product.ProductDraft;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseDraft;
import dev.ward.product.Releases;
import dev.ward.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class StagesTest {

    private static final Actor ACTOR = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");

    private final Stages stages;
    private final Markets markets;
    private final Products products;
    private final Models models;
    private final Releases releases;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private Product product;
    private Model model;
    private Release release;

    @Autowired
    StagesTest(
            Stages stages,
            Markets markets,
            Products products,
            Models models,
            Releases releases,
            JdbcClient jdbc,
            Clock clock) {
        this.stages = stages;
        this.markets = markets;
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.jdbc = jdbc;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        makeRelease(null);
    }

    @BeforeEach
    void addMarkets() {
        for (String code : List.of("EU", "US")) {
            if (markets.find(code).isEmpty()) {
                markets.add(ACTOR, code, "Market " + code, code.equals("EU") ? "Europe/Berlin" : "UTC");
            }
        }
        makeRelease(null);
    }

    private void makeRelease(@Nullable LocalDate released) {
        product = products.create(ACTOR, new ProductDraft("Pump " + UUID.randomUUID(), null, null));
        model = models.create(ACTOR, READER, product.id(), "S");
        release = releases.create(ACTOR, READER, product.id(), new ReleaseDraft("1.0", released, model.id()));
    }

    private StageScope ofRelease() {
        return StageScope.of(product.id(), release.id());
    }

    private void say(StageScope scope, String market, Stage stage, @Nullable LocalDate effective) {
        stages.say(ACTOR, READER, scope, new StageDraft(market, stage, null, effective, "planned"), null);
    }

    private @Nullable Stage current(String market) {
        Market of = markets.get(market);
        return stages.schedule(READER, release, of)
                .current(of.today(Instant.now()))
                .map(StageRule::stage)
                .orElse(null);
    }

    @Test
    void takesTheDateOfTheReleaseForTheBeginningOfItsSupport() {
        assertThat(current("EU")).isNull();
        makeRelease(today.minusDays(1));
        assertThat(current("EU")).isEqualTo(Stage.SUPPORT);

        say(ofRelease(), "*", Stage.DEVELOPMENT, today.minusDays(30));
        say(ofRelease(), "*", Stage.SUPPORT, today.minusDays(2));

        assertThat(stages.schedule(READER, release, markets.get("EU")).rules())
                .extracting(StageRule::effective)
                .containsExactly(today.minusDays(30), today.minusDays(2));
    }

    @Test
    void keepsEveryEntryAndLetsTheLastOneHold() {
        say(ofRelease(), "*", Stage.END_OF_SUPPORT, today.plusYears(4));
        say(ofRelease(), "*", Stage.END_OF_SUPPORT, today.plusYears(5));

        assertThat(stages.entries(READER, release, null, 10).items())
                .extracting(StageEntry::effective)
                .containsExactly(today.plusYears(5), today.plusYears(4));
        assertThat(stages.schedule(READER, release, markets.get("*"))
                        .find(Stage.END_OF_SUPPORT)
                        .orElseThrow()
                        .effective())
                .isEqualTo(today.plusYears(5));
        assertThatThrownBy(() -> jdbc.sql("UPDATE lifecycle.stage_entry SET reason = 'other'")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void letsTheGeneralRuleHoldAgainWhenTheDateIsTakenBack() {
        say(StageScope.of(product.id()), "*", Stage.END_OF_SUPPORT, today.plusYears(5));
        say(ofRelease(), "*", Stage.END_OF_SUPPORT, today.plusYears(3));

        say(ofRelease(), "*", Stage.END_OF_SUPPORT, null);

        assertThat(stages.schedule(READER, release, markets.get("US"))
                        .find(Stage.END_OF_SUPPORT)
                        .orElseThrow()
                        .effective())
                .isEqualTo(today.plusYears(5));
    }

    @Test
    void refusesDatesOutOfTheOrderOfTheStages() {
        say(ofRelease(), "*", Stage.END_OF_SUPPORT, today.plusYears(3));

        assertThatThrownBy(() -> say(ofRelease(), "EU", Stage.LIMITED_SUPPORT, today.plusYears(4)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("before limited support");
    }

    @Test
    void refusesToGoBackUnlessSomebodyAnswersForIt() {
        say(ofRelease(), "*", Stage.SUPPORT, today.minusYears(4));
        say(StageScope.of(product.id(), model.id()), "*", Stage.END_OF_SUPPORT, today.minusDays(5));
        assertThat(current("EU")).isEqualTo(Stage.END_OF_SUPPORT);

        assertThatThrownBy(() ->
                        say(StageScope.of(product.id(), model.id()), "*", Stage.END_OF_SUPPORT, today.plusYears(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("1 release from end of support back to support (all markets)");
        assertThatThrownBy(() -> say(ofRelease(), "EU", Stage.END_OF_SUPPORT, today.plusDays(3)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("takes back what has begun");
        assertThat(current("EU")).isEqualTo(Stage.END_OF_SUPPORT);
    }

    @Test
    void refusesAnAnnouncementThatIsStillToBeMade() {
        StageDraft draft = new StageDraft("*", Stage.END_OF_SUPPORT, today.plusDays(9), today.plusYears(3), "planned");

        assertThatThrownBy(() -> stages.say(ACTOR, READER, ofRelease(), draft, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("has not been made yet");
    }

    /// The same rules once derived here and once by the database, which other modules read.
    @Test
    void publishesWhatIsDerived() {
        Random random = new Random(60);
        for (int round = 0; round < 25; round++) {
            makeRelease(random.nextBoolean() ? today.minusDays(random.nextInt(100)) : null);
            List<StageScope> scopes =
                    List.of(StageScope.of(product.id()), StageScope.of(product.id(), model.id()), ofRelease());
            for (int i = 0; i < 12; i++) {
                try {
                    say(
                            scopes.get(random.nextInt(3)),
                            List.of("*", "EU", "US").get(random.nextInt(3)),
                            Stage.values()[random.nextInt(5)],
                            today.plusDays(random.nextInt(40) - 30));
                } catch (ProblemException e) {
                    // out of order, or back: such entries are not made
                }
            }
            for (String market : List.of("*", "EU", "US")) {
                assertThat(published(market)).as("round %d, %s", round, market).isEqualTo(derived(market));
            }
        }
    }

    private List<String> published(String market) {
        return jdbc.sql("""
                SELECT concat_ws(' ', stage, effective_on, begun, current) FROM lifecycle.published_stage
                 WHERE release_id = :release AND market = :market ORDER BY stage
                """)
                .param("release", release.id().value())
                .param("market", market)
                .query(String.class)
                .list();
    }

    private List<String> derived(String market) {
        Schedule schedule = stages.schedule(READER, release, markets.get(market));
        LocalDate day = markets.get(market).today(Instant.now());
        Stage current = schedule.current(day).map(StageRule::stage).orElse(null);
        List<String> lines = new ArrayList<>();
        for (StageRule rule : schedule.rules()) {
            boolean begun = !rule.effective().isAfter(day);
            lines.add("%s %s %s %s"
                    .formatted(
                            rule.stage().word(),
                            rule.effective(),
                            begun ? "t" : "f",
                            rule.stage() == current ? "t" : "f"));
        }
        lines.sort(null);
        return lines;
    }

    @Test
    void readsTheDayInTheZoneOfTheMarket() {
        if (markets.find("NZ").isEmpty()) {
            markets.add(ACTOR, "NZ", "Far east", "Pacific/Kiritimati");
            markets.add(ACTOR, "AS", "Far west", "Pacific/Pago_Pago");
        }
        LocalDate east = markets.get("NZ").today(Instant.now());
        assertThat(east).isAfter(markets.get("AS").today(Instant.now()));
        say(ofRelease(), "*", Stage.SUPPORT, east);

        assertThat(published("NZ")).containsExactly("support %s t t".formatted(east));
        assertThat(published("AS")).containsExactly("support %s f f".formatted(east));
    }
}
