package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.TableResource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All application identifiers, found by their digits.
final class ApplicationIdentifiers {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    private static final List<ApplicationIdentifier> ALL = table();
    /// By length and number.
    private static final @Nullable ApplicationIdentifier[][] BY_NUMBER = byNumber();
    /// How many digits those have that begin with two given ones; 0 where none does.
    private static final int[] LENGTHS = lengths();

    private ApplicationIdentifiers() {}

    static List<ApplicationIdentifier> all() {
        return ALL;
    }

    /// The one whose digits stand between two places.
    ///
    /// @throws UdiFault when there is none
    static ApplicationIdentifier named(String text, int from, int to) throws UdiFault {
        ApplicationIdentifier found = find(text, from, to);
        if (found != null) {
            return found;
        }
        String digits = text.substring(from, to);
        int stranger = CharacterSet.DIGITS.firstStranger(text, from, to);
        if (stranger < to) {
            throw new UdiFault(
                    "%s is no application identifier: it has 2 to 4 digits.".formatted(Quoted.of(digits)), stranger);
        }
        throw new UdiFault("GS1 has no application identifier %s.".formatted(Quoted.of(digits)), from);
    }

    static @Nullable ApplicationIdentifier find(String text, int from, int to) {
        int length = to - from;
        if (length < SHORTEST || length > LONGEST) {
            return null;
        }
        int number = number(text, from, to);
        return number < 0 ? null : BY_NUMBER[length][number];
    }

    /// The one with which an element string goes on.
    ///
    /// @throws UdiFault when there is none
    static ApplicationIdentifier beginning(String text, int from) throws UdiFault {
        int two = from + SHORTEST <= text.length() ? number(text, from, from + SHORTEST) : -1;
        int length = two < 0 ? SHORTEST : Math.max(SHORTEST, LENGTHS[two]);
        int to = Math.min(text.length(), from + length);
        return named(text, from, to);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static List<ApplicationIdentifier> table() {
        List<ApplicationIdentifier> all = new ArrayList<>();
        for (List<String> row : TableResource.cells(ApplicationIdentifiers.class, "application-identifiers.tsv", 7)) {
            String range = row.get(0);
            int dash = range.indexOf('-');
            String first = dash < 0 ? range : range.substring(0, dash);
            int last = Integer.parseInt(range.substring(dash + 1));
            List<Part> parts =
                    List.of(row.get(2).split(" ")).stream().map(Part::parse).toList();
            for (int number = Integer.parseInt(first); number <= last; number++) {
                all.add(new ApplicationIdentifier(
                        ("%0" + first.length() + "d").formatted(number),
                        row.get(1).equals("fixed"),
                        parts,
                        ApplicationIdentifier.groups(row.get(3)),
                        ApplicationIdentifier.list(row.get(4)),
                        row.get(5),
                        row.get(6)));
            }
        }
        return List.copyOf(all);
    }

    private static @Nullable ApplicationIdentifier[][] byNumber() {
        @Nullable ApplicationIdentifier[][] table = new ApplicationIdentifier[LONGEST + 1][];
        for (int length = SHORTEST; length <= LONGEST; length++) {
            table[length] = new ApplicationIdentifier[(int) Math.pow(10, length)];
        }
        for (ApplicationIdentifier ai : ALL) {
            table[ai.digits().length()][Integer.parseInt(ai.digits())] = ai;
        }
        return table;
    }

    private static int[] lengths() {
        int[] lengths = new int[100];
        for (ApplicationIdentifier ai : ALL) {
            lengths[Integer.parseInt(ai.digits().substring(0, SHORTEST))] =
                    ai.digits().length();
        }
        return lengths;
    }
}
