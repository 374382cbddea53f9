package dev.ward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final ProductId PRODUCT = new ProductId(UUID.randomUUID());
    private static final ModelId MODEL = new ModelId(UUID.randomUUID());
    private static final ReleaseId RELEASE = new ReleaseId(UUID.randomUUID());
    private static final StageTarget TARGET = new StageTarget(PRODUCT, MODEL, RELEASE);
    private static final LocalDate DAY = LocalDate.of(2027, 3, 31);

    private static StageRule rule(StageScope scope, String market, Stage stage, LocalDate effective) {
        return new StageRule(1L, scope, market, stage, null, effective);
    }

    private static StageRule ofRelease(Stage stage, LocalDate effective) {
        return rule(StageScope.of(PRODUCT, RELEASE), Market.ALL, stage, effective);
    }

    private static @Nullable Stage at(List<StageRule> rules, String market, LocalDate today) {
        return Schedule.of(rules, TARGET, market)
                .current(today)
                .map(StageRule::stage)
                .orElse(null);
    }

    @Test
    void beginsAStageWithItsDay() {
        List<StageRule> rules =
                List.of(ofRelease(Stage.SUPPORT, DAY.minusYears(3)), ofRelease(Stage.END_OF_SUPPORT, DAY));

        assertThat(at(rules, "EU", DAY.minusDays(1))).isEqualTo(Stage.SUPPORT);
        assertThat(at(rules, "EU", DAY)).isEqualTo(Stage.END_OF_SUPPORT);
        assertThat(at(rules, "EU", DAY.minusYears(3).minusDays(1))).isNull();
    }

    /// The day is that of the market's zone: the same instant is in the one and not in the other.
    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Australia/Lord_Howe"})
    void beginsAStageAtMidnightOfTheMarket(String zone) {
        Market market = new Market("M", "M", ZoneId.of(zone), 1);
        List<StageRule> rules =
                List.of(ofRelease(Stage.SUPPORT, DAY.minusYears(1)), ofRelease(Stage.END_OF_SUPPORT, DAY));
        Instant midnight = DAY.atStartOfDay(market.zone()).toInstant();

        assertThat(at(rules, "M", market.today(midnight.minusNanos(1)))).isEqualTo(Stage.SUPPORT);
        assertThat(at(rules, "M", market.today(midnight))).isEqualTo(Stage.END_OF_SUPPORT);
    }

    @Test
    void letsTheMoreSpecificRuleDecide() {
        StageScope product = StageScope.of(PRODUCT);
        StageScope model = StageScope.of(PRODUCT, MODEL);
        StageScope release = StageScope.of(PRODUCT, RELEASE);
        List<StageRule> fromGeneral = List.of(
                rule(product, Market.ALL, Stage.SUPPORT, DAY),
                rule(product, "EU", Stage.SUPPORT, DAY.plusDays(1)),
                rule(model, Market.ALL, Stage.SUPPORT, DAY.plusDays(2)),
                rule(model, "EU", Stage.SUPPORT, DAY.plusDays(3)),
                new StageRule(null, release, Market.ALL, Stage.SUPPORT, null, DAY.plusDays(4)),
                rule(release, Market.ALL, Stage.SUPPORT, DAY.plusDays(5)),
                rule(release, "EU", Stage.SUPPORT, DAY.plusDays(6)));

        for (int i = 0; i < fromGeneral.size(); i++) {
            List<StageRule> some = new ArrayList<>(fromGeneral.subList(0, i + 1));
            Collections.shuffle(some, new Random(i));
            assertThat(Schedule.of(some, TARGET, "EU").find(Stage.SUPPORT).orElseThrow())
                    .isEqualTo(fromGeneral.get(i));
        }
        assertThat(Schedule.of(fromGeneral, TARGET, "US")
                        .find(Stage.SUPPORT)
                        .orElseThrow()
                        .effective())
                .isEqualTo(DAY.plusDays(5));
    }

    @Test
    void passesOverWhatIsSaidOfOthers() {
        StageScope otherModel = StageScope.of(PRODUCT, new ModelId(UUID.randomUUID()));
        StageScope otherRelease = StageScope.of(PRODUCT, new ReleaseId(UUID.randomUUID()));
        List<StageRule> rules = List.of(
                rule(otherModel, Market.ALL, Stage.SUPPORT, DAY),
                rule(otherRelease, Market.ALL, Stage.SUPPORT, DAY),
                rule(StageScope.of(new ProductId(UUID.randomUUID())), Market.ALL, Stage.SUPPORT, DAY),
                rule(StageScope.of(PRODUCT), "US", Stage.SUPPORT, DAY));

        assertThat(Schedule.of(rules, TARGET, "EU").rules()).isEmpty();
    }

    /// Over many random schedules and each day around their dates: the stage never goes back as days pass, it is
    /// the last of those whose day has come, and it changes on no day but the day of a date.
    @Test
    void goesForwardOnlyAndOnlyOnItsDays() {
        Random random = new Random(70);
        for (int round = 0; round < 300; round++) {
            List<StageRule> rules = random(random);
            Schedule schedule = Schedule.of(rules, TARGET, "EU");
            List<LocalDate> dates =
                    schedule.rules().stream().map(StageRule::effective).toList();
            Stage before = null;
            for (LocalDate day = DAY; day.isBefore(DAY.plusDays(41)); day = day.plusDays(1)) {
                Stage now = schedule.current(day).map(StageRule::stage).orElse(null);
                LocalDate today = day;
                assertThat(now)
                        .isEqualTo(schedule.rules().stream()
                                .filter(rule -> !rule.effective().isAfter(today))
                                .map(StageRule::stage)
                                .max(Comparator.naturalOrder())
                                .orElse(null));
                if (before != null) {
                    assertThat(now).isGreaterThanOrEqualTo(before);
                }
                if (now != before) {
                    assertThat(dates).contains(day);
                }
                before = now;
            }
        }
    }

    private static List<StageRule> random(Random random) {
        List<StageScope> scopes =
                List.of(StageScope.of(PRODUCT), StageScope.of(PRODUCT, MODEL), StageScope.of(PRODUCT, RELEASE));
        List<StageRule> rules = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            rules.add(rule(
                    scopes.get(random.nextInt(scopes.size())),
                    random.nextBoolean() ? Market.ALL : "EU",
                    Stage.values()[random.nextInt(Stage.values().length)],
                    DAY.plusDays(1 + random.nextInt(40))));
        }
        return rules;
    }

    @Test
    void tellsDatesThatContradictTheOrder() {
        Schedule schedule = new Schedule(
                List.of(ofRelease(Stage.END_OF_SUPPORT, DAY), ofRelease(Stage.LIMITED_SUPPORT, DAY.plusDays(1))));

        assertThat(schedule.contradictions())
                .extracting(Schedule.Contradiction::words)
                .containsExactly(
                        "End of support begins on 2027-03-31, before limited support, which begins on 2027-04-01");
    }
}
