package dev.ward.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whom several subjects reach together.
class PopulationTest {

    private static final UUID RELEASE = UUID.randomUUID();
    private static final UUID CONFIGURATION = UUID.randomUUID();
    private static final Population.Absent ABSENT = new Population.Absent(RELEASE, CONFIGURATION);

    private static Population of(UUID release, boolean certain, List<Population.Absent> absent) {
        ReachedRelease one = new ReachedRelease(release, UUID.randomUUID(), null, "Pump 1.0", certain, 1, 0, 0);
        return new Population(List.of(one), List.of(), List.of(), absent);
    }

    @Test
    void aReleaseStandsThereOnceAndIsCertainWhenOneSubjectSaysSo() {
        Population all = Population.ofAny(List.of(
                of(RELEASE, false, List.of()), of(RELEASE, true, List.of()), of(UUID.randomUUID(), false, List.of())));
        assertThat(all.releases()).hasSize(2);
        assertThat(all.certain()).containsExactly(RELEASE);
        assertThat(all.possible()).hasSize(1);
    }

    @Test
    void aConfigurationIsWithoutItOnlyWhenEverySubjectThatReachesItIs() {
        assertThat(Population.ofAny(List.of(of(RELEASE, true, List.of(ABSENT)), of(RELEASE, true, List.of())))
                        .absent())
                .isEmpty();
        assertThat(Population.ofAny(List.of(of(RELEASE, true, List.of(ABSENT)), of(RELEASE, true, List.of(ABSENT))))
                        .absent())
                .containsExactly(ABSENT);
        assertThat(Population.ofAny(List.of(of(RELEASE, true, List.of(ABSENT)), of(RELEASE, false, List.of())))
                        .absent())
                .as("a candidate reaches nothing for certain")
                .containsExactly(ABSENT);
    }

    @Test
    void nothingReachesNothing() {
        assertThat(Population.ofAny(List.of()).certain()).isEmpty();
    }
}
