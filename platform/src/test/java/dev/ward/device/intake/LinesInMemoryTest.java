package dev.ward.device.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import org.junit.jupiter.api.Test;

class LinesInMemoryTest {

    private final LinesInMemory held = new LinesInMemory(3);

    private static void add(LinesInMemory.Share share, int lines) {
        for (int i = 0; i < lines; i++) {
            share.add();
        }
    }

    @Test
    void turnsAwayWhatAllTogetherWouldBeTooMuch() {
        try (LinesInMemory.Share one = held.share();
                LinesInMemory.Share other = held.share()) {
            add(one, 2);
            add(other, 1);

            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(other::add)
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.TOO_MANY_REQUESTS));
        }
    }

    @Test
    void letsOneAloneHoldWhatARequestMay() {
        try (LinesInMemory.Share one = held.share()) {
            add(one, 100);
        }
    }

    @Test
    void countsNoMoreWhatHasEnded() {
        try (LinesInMemory.Share one = held.share()) {
            add(one, 3);
        }
        try (LinesInMemory.Share other = held.share();
                LinesInMemory.Share third = held.share()) {
            add(other, 1);
            add(third, 2);
        }
    }
}
