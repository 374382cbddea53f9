package dev.ward.standards.udi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

/// Readings for tests, on one day.
final class Udis {

    static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    private Udis() {}

    static Udi read(String text) {
        return Udi.parse(text, TODAY).orElseThrow();
    }

    /// Reads what a UDI prints for a symbol, as a scanner sends it.
    static Udi scanned(Udi udi) {
        return read((udi.agency() == IssuingAgency.GS1 ? "]C1" : "") + udi.elementString());
    }

    static UdiResult.Unreadable refused(String text) {
        UdiResult result = Udi.parse(text, TODAY);
        assertThat(result).as(text).isInstanceOf(UdiResult.Unreadable.class);
        return (UdiResult.Unreadable) result;
    }

    static UdiResult.Read lenient(String text) {
        UdiResult result = Udi.parseLenient(text, TODAY);
        assertThat(result).as(text).isInstanceOf(UdiResult.Read.class);
        return (UdiResult.Read) result;
    }

    static List<String> values(Udi udi) {
        return udi.elements().stream()
                .map(element -> element.identifier() + " " + element.value())
                .toList();
    }
}
