package dev.ward.standards.udi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One reading of one text: its date, and what was forgiven on the way.
final class Reading {

    private final LocalDate today;
    private final @Nullable List<String> forgiven;

    private Reading(LocalDate today, @Nullable List<String> forgiven) {
        this.today = today;
        this.forgiven = forgiven;
    }

    static Reading strict(LocalDate today) {
        return new Reading(today, null);
    }

    static Reading lenient(LocalDate today) {
        return new Reading(today, new ArrayList<>(2));
    }

    LocalDate today() {
        return today;
    }

    boolean forgives() {
        return forgiven != null;
    }

    /// Stops when strict; otherwise notes the sentence.
    void note(String sentence, int position) throws UdiFault {
        if (forgiven == null) {
            throw new UdiFault(sentence, position);
        }
        forgiven.add(sentence);
    }

    /// Notes what was forgiven before the reading began.
    void forgive(String sentence) {
        if (forgiven != null) {
            forgiven.add(sentence);
        }
    }

    List<String> forgiven() {
        return forgiven == null ? List.of() : forgiven;
    }
}
