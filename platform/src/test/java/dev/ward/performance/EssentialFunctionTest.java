package dev.ward.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.web.ProblemException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EssentialFunctionTest {

    private static final Hazard UNRATED = new Hazard("An alarm stays silent", "Not yet rated", null);

    @Test
    void countsWhatIsNotKnownAsTheWorst() {
        EssentialFunction unknown = Functions.unknown("Alarms");

        assertThat(unknown.worst()).isEqualTo(HarmSeverity.CATASTROPHIC);
        assertThat(unknown.worstKnown()).isFalse();
        assertThat(unknown.counted().counted()).isEqualTo(Duration.ZERO);
        assertThat(unknown.unanswered()).as("not known is an answer").isEmpty();
    }

    @Test
    void isNeverBetterWithAHarmOfUnknownSeverityThanWithItsWorst() {
        EssentialFunction minor = Functions.with(Functions.delivery(), List.of(Functions.DELAY));
        EssentialFunction unrated = Functions.with(Functions.delivery(), List.of(Functions.DELAY, UNRATED));
        EssentialFunction worst =
                Functions.with(Functions.delivery(), List.of(Functions.OVERDOSE, Functions.DELAY, UNRATED));

        assertThat(minor.worst()).isEqualTo(HarmSeverity.MINOR);
        assertThat(minor.worstKnown()).isTrue();
        assertThat(unrated.worst()).isEqualTo(HarmSeverity.CATASTROPHIC);
        assertThat(unrated.worstKnown()).isFalse();
        assertThat(worst.worstKnown()).as("nothing could be worse").isTrue();
    }

    @Test
    void namesWhatNobodyHasAnswered() {
        assertThat(Functions.bare("Alarms").unanswered())
                .containsExactly(
                        "What it does for the patient",
                        "Limits",
                        "Acceptable degraded modes",
                        "Patients at risk",
                        "How its loss is noticed",
                        "Clinical fallback",
                        "Owner",
                        "Time to harm",
                        "Hazardous situations and harms");
        assertThat(Functions.bare("Alarms").worst()).isEqualTo(HarmSeverity.CATASTROPHIC);
        assertThat(Functions.bare("Alarms").counted().counted()).isEqualTo(Duration.ZERO);
    }

    @Test
    void saysOfEachAspectWhatItCountsAsWhenItIsNotKnown() {
        EssentialFunction unknown = Functions.unknown("Alarms");

        assertThat(EnumSet.allOf(Aspect.class))
                .allSatisfy(aspect -> assertThat(unknown.words(aspect))
                        .startsWith("Not known. ")
                        .hasSizeGreaterThan(20));
    }

    @Test
    void refusesWhatIsSaidAndNotKnownAtOnce() {
        assertThatThrownBy(() -> new EssentialFunction(
                        PerformanceDrafts.newId(),
                        "Alarms",
                        Map.of(Aspect.LIMITS, "60 dB"),
                        Set.of(Aspect.LIMITS),
                        null,
                        List.of(),
                        false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"Limits\" is said, and marked as not known");
        assertThatThrownBy(() -> new EssentialFunction(
                        PerformanceDrafts.newId(), "Alarms", Map.of(), Set.of(), null, List.of(UNRATED), true))
                .hasMessageContaining("marked as not known");
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThatThrownBy(() -> new TimeToHarm(TimeToHarm.Unit.MINUTES, 0)).hasMessageContaining("\"0\"");
        assertThatThrownBy(() -> new TimeToHarm(TimeToHarm.Unit.DAYS, -1)).hasMessageContaining("\"-1\"");
        assertThatThrownBy(() -> new TimeToHarm(TimeToHarm.Unit.UNKNOWN, 5)).hasMessageContaining("\"5\"");
        assertThat(new TimeToHarm(TimeToHarm.Unit.HOURS, 1).words()).isEqualTo("1 hour");
        assertThat(new TimeToHarm(TimeToHarm.Unit.DAYS, 12).words()).isEqualTo("12 days");
        assertThat(TimeToHarm.UNKNOWN.words()).isEqualTo("Not known; counts as immediate");
    }

    @Test
    void readsWhatItWrote() {
        for (EssentialFunction function :
                List.of(Functions.delivery(), Functions.unknown("Alarms"), Functions.bare("Display"))) {
            assertThat(StoredFunction.read(StoredFunction.write(function))).isEqualTo(function);
        }
    }
}
