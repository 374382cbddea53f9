package dev.ward.cli.index;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import java.util.ArrayList;
import java.util.List;

/// What could not be read of one input: so much that a person can look at it, and of the rest how many.
public final class UnreadParts {

    /// Characters in all. Usual parts have two hundred, so that some ten thousand are listed.
    private static final long MOST = 2 << 20;

    private final List<Unread> listed = new ArrayList<>();
    private long characters;
    private long more;
    private boolean lost;

    public void add(Unread one) {
        characters += one.input().length()
                + one.location().pointer().length()
                + one.what().length()
                + one.reason().length();
        if (characters <= MOST) {
            listed.add(one);
        } else {
            more++;
            lost |= one.lost();
        }
    }

    public List<Unread> list() {
        if (more == 0 || listed.isEmpty()) {
            return List.copyOf(listed);
        }
        List<Unread> all = new ArrayList<>(listed);
        String what = "%,d more parts".formatted(more);
        all.add(new Unread(listed.getFirst().input(), Location.START, what, "there are too many to list them", lost));
        return all;
    }
}
