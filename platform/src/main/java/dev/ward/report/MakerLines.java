package dev.ward.report;

import java.util.ArrayList;
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

    /// All of it, with telephone numbers and SRN.
    static List<String> whole(Manufacturer maker) {
        return Stream.of(
                        nameAndAddress(maker),
                        lines(maker.phone()),
                        contact(maker),
                        lines(maker.contact().phone()),
                        maker.srn() == null ? List.<String>of() : List.of("SRN " + maker.srn()))
                .flatMap(List::stream)
                .toList();
    }

    /// Puts who reports, and who acts for it in the Union, into a European form.
    ///
    /// @param maker           the item of the manufacturer
    /// @param representative  the item of the authorised representative
    static void european(FilledForm form, Manufacturer one, String maker, String representative) {
        List<String> known = whole(one);
        form.put(maker, known);
        if (!known.isEmpty()) {
            unknown(one).forEach(missing -> form.lack(maker, missing));
        }
        List<String> acting = one.representative().lines();
        form.put(representative, acting);
        String country = one.country();
        if (!acting.isEmpty()) {
            one.representative().lacking().forEach(missing -> form.lack(representative, missing));
        } else if (country != null && Europe.isWithin(country)) {
            form.put(
                    representative,
                    "None is needed: by its SRN the manufacturer is within the European Economic Area (%s)."
                            .formatted(country));
        } else {
            form.lack(
                    representative,
                    country == null
                            ? "No authorised representative is entered, and without an SRN it is not known whether the"
                                    + " manufacturer is outside of the European Economic Area."
                            : ("The manufacturer is outside of the European Economic Area (%s), and no authorised"
                                            + " representative is entered.")
                                    .formatted(country));
        }
    }

    /// What the European forms ask of it and nobody has said, in sentences.
    private static List<String> unknown(Manufacturer maker) {
        List<String> unknown = new ArrayList<>();
        note(unknown, maker.name(), "The manufacturer's name");
        note(unknown, maker.address(), "The manufacturer's address");
        note(unknown, maker.srn(), "The manufacturer's SRN");
        note(unknown, maker.contact().name(), "The contact");
        note(
                unknown,
                maker.contact().phone() == null
                        ? maker.phone()
                        : maker.contact().phone(),
                "The telephone number of the contact");
        return unknown;
    }

    private static void note(List<String> unknown, @Nullable String value, String what) {
        if (value == null) {
            unknown.add(what + " is not entered.");
        }
    }

    private static List<String> lines(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).map(Objects::toString).toList();
    }
}
