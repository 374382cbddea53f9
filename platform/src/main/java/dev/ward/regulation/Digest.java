package dev.ward.regulation;

import dev.ward.clock.DeadlineState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person is told of one morning. It goes through foreign hands: it names cases by their numbers
/// alone.
///
/// @param subject  null when there is nothing to tell
public record Digest(@Nullable String subject, String text) {

    static final int MOST = 200;
    static final int DAYS_AHEAD = 14;
    private static final String RELIED_ON = "Only if discretion is lost";

    /// What is due only if discretion is lost stands apart, and is counted nowhere: alone it is no
    /// reason to write.
    ///
    /// @param due     what ends within the days ahead or is overdue, what ends first before the others;
    ///                one more than `MOST` when there is more
    /// @param person  whose message it is: what they answer for comes first
    /// @param link    from the path of a page its address
    static Digest of(List<Obligation> due, UUID person, LocalDate day, ZoneId zone, Link link) {
        List<Obligation> shown = due.size() > MOST ? due.subList(0, MOST) : due;
        List<Obligation> overdue = shown.stream().filter(Digest::isOverdue).toList();
        List<Obligation> reliedOn =
                shown.stream().filter(Obligation::isReliedOn).toList();
        List<Obligation> near = shown.stream()
                .filter(one -> !isOverdue(one) && !one.isReliedOn())
                .toList();
        StringBuilder text = new StringBuilder();
        if (overdue.isEmpty() && near.isEmpty()) {
            text.append("Nothing is overdue, and nothing ends within %d days.\n".formatted(DAYS_AHEAD));
            part(text, RELIED_ON, reliedOn, person, link);
            return new Digest(null, text.toString());
        }
        text.append("What is due on %s in %s.\n".formatted(day, zone));
        part(text, "Overdue", overdue, person, link);
        part(text, "Ends within %d days".formatted(DAYS_AHEAD), near, person, link);
        part(text, RELIED_ON, reliedOn, person, link);
        if (due.size() > MOST) {
            text.append("\nThere is more than these %d: %s\n".formatted(MOST, link.of("/due")));
        }
        text.append("""

                Cases are named by number alone, as e-mail is read on its way.
                You get this because you asked for it; say no more of it at %s
                """.formatted(link.of("/due/digest")));
        String subject = overdue.isEmpty()
                ? "Ward: %d due within %d days".formatted(near.size(), DAYS_AHEAD)
                : "Ward: %d overdue, %d due within %d days".formatted(overdue.size(), near.size(), DAYS_AHEAD);
        return new Digest(subject, text.toString());
    }

    /// Gives the address of a page.
    @FunctionalInterface
    interface Link {
        String of(String path);
    }

    private static boolean isOverdue(Obligation one) {
        return one.state() == DeadlineState.OVERDUE;
    }

    private static void part(StringBuilder text, String title, List<Obligation> all, UUID person, Link link) {
        List<Obligation> mine = all.stream().filter(one -> isOf(person, one)).toList();
        List<Obligation> others = all.stream().filter(one -> !isOf(person, one)).toList();
        lines(text, title + ": yours", mine, link);
        lines(text, title + (mine.isEmpty() ? "" : ": others'"), others, link);
    }

    private static boolean isOf(UUID person, Obligation one) {
        return one.owner() != null && one.owner().value().equals(person);
    }

    private static void lines(StringBuilder text, String title, List<Obligation> all, Link link) {
        if (all.isEmpty()) {
            return;
        }
        text.append("\n").append(title).append("\n");
        for (Obligation one : all) {
            text.append("  %s  %s (%s), %s%s\n      %s\n"
                    .formatted(
                            when(one),
                            one.name(),
                            one.clock(),
                            one.number(),
                            one.missing().isEmpty() ? "" : ". To be done: " + one.doing(),
                            link.of("/cases/" + one.number() + "/due")));
        }
    }

    private static String when(Obligation one) {
        return one.lastDay() == null
                ? one.endsAt().atZone(ZoneId.of(one.zone())).toLocalDateTime() + " " + one.zone()
                : one.lastDay() + " " + one.zone();
    }
}
