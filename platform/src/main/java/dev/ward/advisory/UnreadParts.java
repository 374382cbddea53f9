package dev.ward.advisory;

import dev.ward.standards.input.Unread;
import java.util.ArrayList;
import java.util.List;

/// What could not be read of one document: so much that a person can look at it, and of the rest how many.
final class UnreadParts {

    /// Characters in all. Usual parts have two hundred, so that some ten thousand are listed.
    private static final long MOST = 2 << 20;

    private static final int LONGEST_TEXT = 2_000;

    private final List<UnreadPart> listed = new ArrayList<>();
    private long characters;
    private long count;
    private boolean lost;
    private boolean lostMore;

    void add(Unread one) {
        add(new UnreadPart(
                cut(one.input()), one.location().toString(), cut(one.what()), cut(one.reason()), one.lost()));
    }

    void add(UnreadPart one) {
        count++;
        lost |= one.lost();
        characters += one.input().length()
                + one.place().length()
                + one.what().length()
                + one.reason().length();
        if (characters <= MOST) {
            listed.add(one);
        } else {
            lostMore |= one.lost();
        }
    }

    /// All of them, also those that are not listed.
    long count() {
        return count;
    }

    boolean isAnythingLost() {
        return lost;
    }

    List<UnreadPart> list() {
        if (count == listed.size() || listed.isEmpty()) {
            return List.copyOf(listed);
        }
        List<UnreadPart> all = new ArrayList<>(listed);
        String what = "%,d more parts".formatted(count - listed.size());
        all.add(new UnreadPart(listed.getFirst().input(), "", what, "there are too many to list them", lostMore));
        return all;
    }

    private static String cut(String text) {
        String clean = text.replace('\0', '\uFFFD');
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT) + "…";
    }
}
