package dev.ward.standards.version;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.MavenVersion.Item;
import dev.ward.standards.version.MavenVersion.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of Maven versions.
///
/// Maven's order is not transitive: `1.x.1 < 1-alpha < 1 < 1.x.1`, and `1.0.rc.1 < 1 < 1-x < 1.0.rc.1`. No key can
/// say so. The shapes that lead there have no key:
///
/// - `ga`, `final` or `release` before a dot and more (`1.ga.1`);
/// - a word of rank `sp` or above between a dot and a dot or hyphen (`1.x.2`, `1.2.BUILD-SNAPSHOT`), but not behind a
///   zero (`1.0.BUILD-SNAPSHOT`), as Maven leaves out a zero before a list or the end;
/// - zeros before a pre-release between a dot and a dot or hyphen (`1.0.rc.1`);
/// - a list that counts less than nothing and stands first, or first in a list (`0-alpha`, `1--alpha`).
///
/// A text with a blank or another character that Maven forbids in versions, with an unresolved `${property}`, with a
/// range's brackets, or with a digit beyond ASCII is no version.
///
/// Source: Maven POM reference, "Version Order Specification"; `ComparableVersion` of Maven 3.9.
final class MavenOrder extends ParsedOrder<List<Item>> {

    private static final String FORBIDDEN = "\\/:\"<>|?*[](){},$";

    private static final int LIST_BELOW = 0x06;
    private static final int END = 0x07;
    private static final int SERVICE_PACK = 0x08;
    private static final int OTHER_WORD = 0x09;
    private static final int LIST_ABOVE = 0x0A;

    MavenOrder() {
        super("Maven version");
    }

    @Override
    @Nullable
    List<Item> parse(String version) {
        return isVersion(version) ? MavenVersion.parse(version) : null;
    }

    @Override
    int compareParsed(List<Item> left, List<Item> right) {
        int size = Math.max(left.size(), right.size());
        for (int i = 0; i < size; i++) {
            int order;
            if (i >= left.size()) {
                order = -compareToNothing(right.get(i));
            } else if (i >= right.size()) {
                order = compareToNothing(left.get(i));
            } else {
                order = compareItems(left.get(i), right.get(i));
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    SortKey place(List<Item> version) {
        boolean[] isBelow = belowNothing(version);
        KeyBytes key = new KeyBytes();
        boolean isFirst = true;
        boolean isBehindZero = false;
        for (int i = 0; i < isBelow.length; i++) {
            Item item = version.get(i);
            if (item.kind() != Kind.WORD) {
                if (isBelow[i] && (isFirst || item.isZero())) {
                    return new SortKey.Unordered("a pre-release stands where a word or a list may");
                }
                writeNumberOrList(item, isBelow[i], key);
            } else {
                MavenQualifier word = MavenQualifier.of(item.text());
                if (word.isRelease() || !(word.isPreRelease() || isFirst || isBehindZero)) {
                    return new SortKey.Unordered(
                            "the word " + Quoted.of(item.text()) + " stands where a pre-release may");
                }
                writeWord(word, key);
            }
            isFirst = item.kind() == Kind.LIST;
            isBehindZero = item.isZero();
        }
        return key.mark(END).ordered();
    }

    private static void writeNumberOrList(Item item, boolean isBelow, KeyBytes key) {
        if (item.kind() == Kind.LIST) {
            key.mark(isBelow ? LIST_BELOW : LIST_ABOVE);
        } else {
            key.number(item.text());
        }
    }

    private static void writeWord(MavenQualifier word, KeyBytes key) {
        if (word.isPreRelease()) {
            key.mark(word.rank());
        } else if (word.rank() == MavenQualifier.SERVICE_PACK) {
            key.mark(SERVICE_PACK);
        } else {
            key.mark(OTHER_WORD).text(word.word());
        }
    }

    /// For each item, whether all from it on counts less than nothing.
    private static boolean[] belowNothing(List<Item> version) {
        boolean[] isBelow = new boolean[version.size()];
        boolean isNextBelow = false;
        for (int i = version.size() - 1; i >= 0; i--) {
            int order = compareToNothing(version.get(i));
            isNextBelow = order < 0 || (order == 0 && isNextBelow);
            isBelow[i] = isNextBelow;
        }
        return isBelow;
    }

    private static int compareItems(Item left, Item right) {
        int order = left.kind().compareTo(right.kind());
        if (order != 0 || left.kind() == Kind.LIST) {
            return order;
        }
        return left.kind() == Kind.NUMBER
                ? Digits.compare(left.text(), right.text())
                : MavenQualifier.of(left.text()).compareTo(MavenQualifier.of(right.text()));
    }

    /// A list counts what its items count, which follow.
    private static int compareToNothing(Item item) {
        return switch (item.kind()) {
            case LIST -> 0;
            case NUMBER -> item.isZero() ? 0 : 1;
            case WORD -> Integer.compare(MavenQualifier.of(item.text()).rank(), MavenQualifier.RELEASE);
        };
    }

    private static boolean isVersion(String version) {
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            boolean isForeignDigit = c > 0x7F && Character.isDigit(c);
            boolean isBlank = Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
            if (isForeignDigit || isBlank || FORBIDDEN.indexOf(c) >= 0) {
                return false;
            }
        }
        return !version.isEmpty();
    }
}
