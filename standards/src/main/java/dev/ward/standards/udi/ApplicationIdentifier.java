package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// One application identifier of GS1: what it holds, and what it goes with.
///
/// @param digits    two to four: `01`, `8012`
/// @param fixed     whether every scanner knows its length, so that no separator ends it
/// @param parts     what it holds, in order; only the last may vary in length
/// @param needs     one of these groups must be on the item too; `n` in a group stands for any digit
/// @param excludes  none of these may be with it; `n` stands for any digit
/// @param link      its part in a GS1 Digital Link: `key`, with its qualifiers, `attribute` or `-`
/// @param title     the data title
///
/// Source: GS1 General Specifications, 3; GS1 Barcode Syntax Dictionary.
record ApplicationIdentifier(
        String digits,
        boolean fixed,
        List<Part> parts,
        List<List<String>> needs,
        List<String> excludes,
        String link,
        String title) {

    /// The fewest characters that it holds.
    int shortest() {
        int length = 0;
        for (Part part : parts) {
            length += part.absent() ? 0 : part.min();
        }
        return length;
    }

    /// The most characters that it holds.
    int longest() {
        int length = 0;
        for (Part part : parts) {
            length += part.max();
        }
        return length;
    }

    boolean isDigits() {
        for (Part part : parts) {
            if (part.set() != CharacterSet.DIGITS) {
                return false;
            }
        }
        return true;
    }

    boolean isKey() {
        return link.startsWith("key");
    }

    /// The qualifiers of a key in a GS1 Digital Link, one text for each order in which they may stand: `22,10,21`.
    List<String> qualifiers() {
        int blank = link.indexOf(' ');
        return blank < 0 ? List.of() : List.of(link.substring(blank + 1).split("\\|"));
    }

    boolean excludes(ApplicationIdentifier other) {
        if (digits.equals(other.digits)) {
            return false;
        }
        for (String pattern : excludes) {
            if (fits(pattern, other.digits)) {
                return true;
            }
        }
        return false;
    }

    /// Whether one of the groups that it needs is there.
    boolean isContentWith(List<String> present) {
        return needs.isEmpty()
                || needs.stream()
                        .anyMatch(group -> group.stream()
                                .allMatch(pattern -> present.stream().anyMatch(other -> fits(pattern, other))));
    }

    private static boolean fits(String pattern, String digits) {
        if (pattern.length() != digits.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != 'n' && pattern.charAt(i) != digits.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Checks what stands behind it, part by part.
    ///
    /// @param from  where its value begins in the text
    /// @param to    where it ends
    void check(String text, int from, int to, LocalDate today) throws UdiFault {
        if (from == to) {
            throw new UdiFault("Nothing stands behind (%s), %s.".formatted(digits, title), from);
        }
        if (isDigits()) {
            Spreadsheet.refuse(text, from, to);
        }
        int at = from;
        for (Part part : parts) {
            if (at == to && part.absent()) {
                break;
            }
            int end = Math.min(to, at + part.max());
            if (end - at < part.min()) {
                throw lengthFault(text, from, to, to);
            }
            int stranger = part.set().firstStranger(text, at, end);
            if (stranger < end) {
                throw part.set().fault("(%s), %s,".formatted(digits, title), text, from, to, stranger);
            }
            at = end;
        }
        if (at < to) {
            throw lengthFault(text, from, to, at);
        }
        checkContent(text, from, to, today);
    }

    private void checkContent(String text, int from, int to, LocalDate today) throws UdiFault {
        int at = from;
        for (Part part : parts) {
            if (at == to) {
                break;
            }
            int end = Math.min(to, at + part.max());
            for (Check check : part.checks()) {
                check.check(text, at, end, today);
            }
            at = end;
        }
    }

    private UdiFault lengthFault(String text, int from, int to, int at) {
        int length = to - from;
        int[] fewest = {shortest(), longest()};
        String demanded =
                fewest[0] == fewest[1] ? "%d".formatted(fewest[1]) : "%d to %d".formatted(fewest[0], fewest[1]);
        String what = isDigits() ? "digits" : "characters";
        String more = length > longest() && !fixed
                ? " Perhaps the separator (FNC1) that ends it is missing."
                : Gtins.zerosHint(this, text, from, to);
        return new UdiFault(
                "(%s), %s, has %d %s where %s are demanded: %s.%s"
                        .formatted(digits, title, length, what, demanded, Quoted.of(text.substring(from, to)), more),
                at);
    }

    static List<String> list(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split(","));
    }

    static List<List<String>> groups(String cell) {
        return list(cell).stream()
                .map(group -> Arrays.asList(group.split("\\+")))
                .map(List::copyOf)
                .toList();
    }
}
