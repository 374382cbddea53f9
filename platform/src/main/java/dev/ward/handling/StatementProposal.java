package dev.ward.handling;

import dev.ward.web.Times;
import dev.ward.web.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What an inquiry's matrix supports to be said meanwhile: what is looked at, since when, of each
/// product whether it is affected by what is known, and when more is told. It says nothing that the
/// matrix does not.
public record StatementProposal(String words, StatementBasis basis) {

    static final int LONGEST = 10_000;

    private static final int MOST_PRODUCTS = 40;
    private static final int FEWEST_PRODUCTS = 10;
    private static final int MOST_RELEASES = 12;

    static StatementProposal of(Inquiry inquiry, AffectedMatrix matrix, Instant looked) {
        String words = new Draft(inquiry, matrix, looked, MOST_PRODUCTS, MOST_RELEASES).words();
        if (words.length() > LONGEST) {
            words = new Draft(inquiry, matrix, looked, FEWEST_PRODUCTS, 0).words();
        }
        return new StatementProposal(words, new StatementBasis(matrix.line(), looked));
    }

    /// @param products  so many are named under each heading
    /// @param releases  so many are named of each product
    private record Draft(Inquiry inquiry, AffectedMatrix matrix, Instant looked, int products, int releases) {

        String words() {
            List<String> lines = new ArrayList<>();
            lines.add("As of %s".formatted(Times.absolute(looked)));
            lines.add("");
            lines.add("We look at whether our products are affected: %s. We have done so since %s."
                    .formatted(asked(), Times.absolute(inquiry.asked())));
            lines.add("What follows is what the lists of software components (SBOM) of our %s said at the time above.%s"
                    .formatted(Words.counted(matrix.all(), "release", "releases"), without()));
            group(lines, "Affected by what we know: it is in them", of -> of == Presence.PRESENT);
            group(lines, "Under investigation", of -> of == Presence.POSSIBLE || of.unknown());
            group(lines, "Not affected by what we know: it is in none of their lists", of -> of == Presence.ABSENT);
            lines.add("");
            lines.add("This says where it is. It does not say yet whether it can be attacked there, or what that"
                    + " would mean for patients.");
            Instant next = inquiry.nextWord();
            lines.add(
                    next == null
                            ? "We tell more as soon as we know more."
                            : "We tell more by %s.".formatted(Times.absolute(next)));
            return String.join("\n", lines);
        }

        private String without() {
            long without = matrix.count(Presence.UNKNOWN);
            return without == 0 ? "" : " Of %s we have no such list.".formatted(Words.number(without));
        }

        private String asked() {
            InquiryQuestion question = inquiry.question();
            FileHash hash = question.hash();
            if (hash != null) {
                return "a file with the hash " + hash;
            }
            String versions = question.versions();
            return "\"%s\"%s, %s"
                    .formatted(
                            question.component(),
                            question.beginning() ? " at the beginning of a component's name" : "",
                            versions == null ? "all versions" : "versions " + versions);
        }

        private void group(List<String> lines, String heading, Predicate<Presence> belongs) {
            List<AffectedProduct> group = matrix.products().stream()
                    .filter(one -> belongs.test(one.presence()))
                    .toList();
            if (group.isEmpty()) {
                return;
            }
            lines.add("");
            lines.add(heading + ":");
            group.stream().limit(products).forEach(one -> lines.add("- " + one.name() + ": " + line(one)));
            if (group.size() > products) {
                lines.add("- and %s more".formatted(Words.counted(group.size() - products, "product", "products")));
            }
        }

        private String line(AffectedProduct one) {
            List<String> parts = new ArrayList<>();
            add(parts, "in ", one, Presence.PRESENT);
            add(parts, "perhaps in ", one, Presence.POSSIBLE);
            if (one.unknown() > 0) {
                parts.add("not known yet of " + Words.counted(one.unknown(), "release", "releases"));
            }
            if (one.count(Presence.ABSENT) > 0) {
                parts.add("not in " + Words.counted(one.count(Presence.ABSENT), "release", "releases"));
            }
            return String.join("; ", parts);
        }

        private void add(List<String> parts, String words, AffectedProduct one, Presence presence) {
            long all = one.count(presence);
            if (all == 0) {
                return;
            }
            List<String> named = one.releases().stream()
                    .filter(release -> release.presence() == presence)
                    .limit(releases)
                    .map(Draft::version)
                    .toList();
            String rest = Words.counted(all - named.size(), "release", "releases");
            if (named.isEmpty()) {
                parts.add(words + rest);
            } else {
                parts.add(
                        words + String.join(", ", named) + (all > named.size() ? " and %s more".formatted(rest) : ""));
            }
        }

        private static String version(AffectedRelease one) {
            return (one.model() == null ? "" : one.model() + " ")
                    + one.version()
                    + (one.released() == null ? " (in development)" : "");
        }
    }
}
