package dev.ward.standards.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Takes a Maven version apart.
///
/// Maven reads a version as a list whose last item may be a list again, and so on. As nothing ever follows an inner
/// list, the nest is written flat here, with one item where each inner list opens: 1.0-alpha-2 is `1 ( alpha ( 2`.
/// What counts nothing is left out: zeros and `ga`, `final`, `release` at the end of a list, and lists without
/// items.
///
/// Source: Maven POM reference, "Version Order Specification"; `ComparableVersion` of Maven 3.9.
final class MavenVersion {

    enum Kind {
        WORD,
        LIST,
        NUMBER
    }

    /// @param text  a word in lower case, or digits without leading zeros ("" is zero)
    record Item(Kind kind, String text) {

        boolean isZero() {
            return kind == Kind.NUMBER && text.isEmpty();
        }

        /// Whether it counts no more than nothing does.
        boolean isNothing() {
            return isZero() || (kind == Kind.WORD && MavenQualifier.of(text).isRelease());
        }
    }

    private static final Item OPEN = new Item(Kind.LIST, "(");
    private static final Item ZERO = new Item(Kind.NUMBER, "");

    private final String text;
    private final List<Item> items = new ArrayList<>();
    private int start;
    private boolean isListEmpty = true;
    private boolean isDigit;

    private MavenVersion(String text) {
        this.text = text;
    }

    static List<Item> parse(String version) {
        return withoutNothings(new MavenVersion(version.toLowerCase(Locale.ROOT)).read());
    }

    private List<Item> read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == '-') {
                addUpTo(i);
                start = i + 1;
                if (c == '-') {
                    open();
                }
            } else if (Digits.isDigit(c)) {
                if (!isDigit && i > start) {
                    openUnlessEmpty();
                    add(new Item(Kind.WORD, MavenQualifier.spelledOut(text.substring(start, i))));
                    start = i;
                    open();
                }
                isDigit = true;
            } else {
                if (isDigit && i > start) {
                    addUpTo(i);
                    start = i;
                    open();
                }
                isDigit = false;
            }
        }
        if (start < text.length()) {
            if (!isDigit) {
                openUnlessEmpty();
            }
            addUpTo(text.length());
        }
        return items;
    }

    private void addUpTo(int end) {
        if (end == start) {
            add(ZERO);
        } else if (isDigit) {
            add(new Item(Kind.NUMBER, text.substring(Digits.skipZeros(text, start, end), end)));
        } else {
            add(new Item(Kind.WORD, text.substring(start, end)));
        }
    }

    private void add(Item item) {
        items.add(item);
        isListEmpty = false;
    }

    private void open() {
        items.add(OPEN);
        isListEmpty = true;
    }

    private void openUnlessEmpty() {
        if (!isListEmpty) {
            open();
        }
    }

    private static List<Item> withoutNothings(List<Item> items) {
        List<Item> kept = new ArrayList<>(items.size());
        for (Item item : items.reversed()) {
            boolean isLast = kept.isEmpty();
            boolean closesItsList = isLast || kept.getLast().kind() == Kind.LIST;
            if (item.kind() == Kind.LIST ? !isLast : !(closesItsList && item.isNothing())) {
                kept.add(item);
            }
        }
        return kept.reversed();
    }
}
