package dev.ward.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What forms say of who reports.
final class MakerLines {

    private MakerLines() {}

    static List<String> nameAndAddress(Manufacturer maker) {
        return lines(maker.name(), maker.address());
    }

    /// Which of name and address is missing; null when both are there, and when neither is.
    static @Nullable String halfNamed(Manufacturer maker) {
        if ((maker.name() == null) == (maker.address() == null)) {
            return null;
        }
        return maker.name() == null
                ? "The manufacturer's name is not entered."
                : "The manufacturer's address is not entered.";
    }

    static List<String> contact(Manufacturer maker) {
        Manufacturer.Contact contact = maker.contact();
        return lines(contact.name(), contact.title(), contact.address());
    }

    /// Who is asked, and where they are.
    static List<String> office(Manufacturer maker) {
        Manufacturer.Contact contact = maker.contact();
        return lines(contact.name(), contact.title(), officeAddress(maker));
    }

    /// Of the contact; that of the manufacturer where the contact has none of its own.
    static @Nullable String officeAddress(Manufacturer maker) {
        return maker.contact().address() == null
                ? maker.address()
                : maker.contact().address();
    }

    /// All of it, with telephone numbers.
    static List<String> whole(Manufacturer maker) {
        return Stream.of(
                        nameAndAddress(maker),
                        lines(maker.phone()),
                        contact(maker),
                        lines(maker.contact().phone()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> lines(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).map(Objects::toString).toList();
    }
}
