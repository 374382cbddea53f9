package dev.ward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void letsNothingUnknownPass() {
        assertThat(Answer.all(List.of())).isEqualTo(Answer.MET);
        assertThat(Answer.all(List.of(Answer.MET, Answer.MET))).isEqualTo(Answer.MET);
        assertThat(Answer.all(List.of(Answer.MET, Answer.UNKNOWN))).isEqualTo(Answer.UNKNOWN);
        assertThat(Answer.all(List.of(Answer.UNKNOWN, Answer.NOT_MET, Answer.MET)))
                .isEqualTo(Answer.NOT_MET);
        for (Answer one : Answer.values()) {
            for (Answer other : Answer.values()) {
                assertThat(Answer.all(List.of(one, other))).isEqualTo(Answer.all(List.of(other, one)));
            }
        }
    }
}
