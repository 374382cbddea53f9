package dev.ward.report;

import dev.ward.web.TypedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who reports: the manufacturer, and who answers for corrections and removals; null is what nobody has
/// said.
///
/// @param version          0 when nobody has said anything yet
/// @param registration     the FDA's registration number
/// @param neverRegistered  whether somebody said that it never registered with the FDA
/// @param sequenceBefore   the number of the last report before Ward counts them
/// @param srn              the Single Registration Number of EUDAMED, `DE-MF-000000001`
/// @param representative   who acts in the Union for a manufacturer outside of it
/// @param entered          null when nobody has said anything yet
///
/// Source: 21 CFR 806.10(c)(1), (2), (4); Regulation (EU) 2017/745, Art. 31.
public record Manufacturer(
        int version,
        @Nullable String registration,
        boolean neverRegistered,
        @Nullable String name,
        @Nullable String address,
        @Nullable String phone,
        Contact contact,
        int sequenceBefore,
        @Nullable String srn,
        Representative representative,
        @Nullable Instant entered,
        @Nullable String by) {

    static final Manufacturer UNSAID = new Manufacturer(
            0,
            null,
            false,
            null,
            null,
            null,
            new Contact(null, null, null, null),
            0,
            null,
            Representative.UNSAID,
            null,
            null);

    private static final int LONGEST = 200;
    private static final int LONGEST_ADDRESS = 1_000;
    private static final Pattern REGISTRATION = Pattern.compile("\\d{7}(\\d{3})?");
    private static final Pattern SRN = Pattern.compile("[A-Z]{2}-MF-\\d{9}");
    private static final Pattern SRN_OF_REPRESENTATIVE = Pattern.compile("[A-Z]{2}-AR-\\d{9}");
    private static final int MOST_SEQUENCE = 999;

    /// Who answers for the correction or removal.
    public record Contact(
            @Nullable String name,
            @Nullable String title,
            @Nullable String address,
            @Nullable String phone) {}

    /// What somebody typed.
    public record Draft(
            @Nullable String registration,
            boolean neverRegistered,
            @Nullable String name,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String contactName,
            @Nullable String contactTitle,
            @Nullable String contactAddress,
            @Nullable String contactPhone,
            @Nullable String sequenceBefore,
            @Nullable String srn,
            @Nullable String representativeName,
            @Nullable String representativeAddress,
            @Nullable String representativeSrn) {}

    /// @throws dev.ward.web.ProblemException  when something cannot be meant
    static Manufacturer of(int version, Draft draft, Instant entered, String by) {
        String registration = TypedText.optional("registration", draft.registration(), LONGEST);
        if (registration != null && !REGISTRATION.matcher(registration).matches()) {
            throw TypedText.refused(
                    "registration",
                    "\"%s\" is no registration number: seven digits, or ten.".formatted(registration),
                    "is no number of seven digits, or ten");
        }
        if (registration != null && draft.neverRegistered()) {
            throw TypedText.refused(
                    "neverRegistered",
                    "Who has a registration number has registered.",
                    "cannot be, as there is a registration number");
        }
        return new Manufacturer(
                version,
                registration,
                draft.neverRegistered(),
                TypedText.optional("name", draft.name(), LONGEST),
                TypedText.lines("address", draft.address(), LONGEST_ADDRESS),
                TypedText.optional("phone", draft.phone(), LONGEST),
                new Contact(
                        TypedText.optional("contactName", draft.contactName(), LONGEST),
                        TypedText.optional("contactTitle", draft.contactTitle(), LONGEST),
                        TypedText.lines("contactAddress", draft.contactAddress(), LONGEST_ADDRESS),
                        TypedText.optional("contactPhone", draft.contactPhone(), LONGEST)),
                sequence(draft.sequenceBefore()),
                srn("srn", draft.srn(), SRN, "DE-MF-000000001"),
                new Representative(
                        TypedText.optional("representativeName", draft.representativeName(), LONGEST),
                        TypedText.lines("representativeAddress", draft.representativeAddress(), LONGEST_ADDRESS),
                        srn("representativeSrn", draft.representativeSrn(), SRN_OF_REPRESENTATIVE, "DE-AR-000000001")),
                entered,
                by);
    }

    /// @param example  of its form, in which a country stands first
    private static @Nullable String srn(String field, @Nullable String text, Pattern form, String example) {
        String srn = TypedText.optional(field, text, LONGEST);
        if (srn != null && !form.matcher(srn).matches()) {
            throw TypedText.refused(
                    field,
                    "\"%s\" is no SRN of the form %s.".formatted(srn, example),
                    "is no SRN of the form %s".formatted(example));
        }
        return srn;
    }

    /// Where it is, by its SRN: `DE`; null while that is not entered.
    @Nullable
    String country() {
        return srn == null ? null : srn.substring(0, srn.indexOf('-'));
    }

    private static int sequence(@Nullable String text) {
        String words = TypedText.optional("sequenceBefore", text, LONGEST);
        try {
            int number = words == null ? 0 : Integer.parseInt(words);
            if (number >= 0 && number < MOST_SEQUENCE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, as what is out of bounds.
        }
        throw TypedText.refused(
                "sequenceBefore",
                "\"%s\" is no number from 0 to %d.".formatted(words, MOST_SEQUENCE - 1),
                "is no number from 0 to %d".formatted(MOST_SEQUENCE - 1));
    }

    /// The words for what is not known of the manufacturer and of its contact.
    List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        note(unknown, name, "the manufacturer's name");
        note(unknown, address, "its address");
        note(unknown, phone, "its telephone number");
        note(unknown, contact.name(), "the name of who answers for the correction or removal");
        note(unknown, contact.title(), "their title");
        note(unknown, contact.address() == null ? address : contact.address(), "their address");
        note(unknown, contact.phone() == null ? phone : contact.phone(), "their telephone number");
        return unknown;
    }

    private static void note(List<String> unknown, @Nullable String value, String words) {
        if (value == null) {
            unknown.add(words);
        }
    }
}
