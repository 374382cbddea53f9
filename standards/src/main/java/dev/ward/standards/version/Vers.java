package dev.ward.standards.version;

import static java.util.stream.Collectors.joining;

import dev.ward.standards.input.Forgiven;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.VersConstraint.Comparator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version range specifier: `vers:npm/1.2.3|>=2.0.0|<5.0.0`.
///
/// Its constraints are sorted by the scheme's order, each version stands once, and bounds alternate. Where Ward knows
/// no order for the scheme, or a version is none of the scheme, the order is taken as written.
///
/// @param scheme       the VERS type, lower case: a purl type, or an order of its own (`semver`, `openssl`)
/// @param constraints  empty means every version: `*`
///
/// Source: VERS, clause 5 and "How to parse and validate VERS".
public record Vers(String scheme, List<VersConstraint> constraints) {

    private static final int MOST_SLIPS = 1_000;

    public Vers {
        constraints = List.copyOf(constraints);
        VersRules.fault(scheme, constraints).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    /// A VERS of constraints in any order, which are sorted, and simplified where the rules demand it.
    ///
    /// @throws IllegalArgumentException  where no arrangement of them is valid, or no version satisfies them
    public static Vers of(String scheme, List<VersConstraint> constraints) {
        return VersArrangement.arrange(scheme, constraints, slip -> {});
    }

    /// The VERS that holds each version of any of the ranges but none of the excluded ones, in its simplest form.
    ///
    /// @throws IllegalArgumentException  where the scheme's order is not known or does not place a bound, and where
    ///                                   no version is left: a VERS cannot say "none"
    public static Vers ofRanges(String scheme, List<VersionRange> ranges, Collection<String> excluded) {
        VersionOrder order = VersionScheme.of(scheme)
                .orElseThrow(
                        () -> new IllegalArgumentException("no order is known for %s".formatted(Quoted.of(scheme))))
                .order();
        return new Vers(scheme, new RangeUnion(order, ranges, excluded).constraints());
    }

    /// Reads a VERS that keeps every rule of the notation.
    ///
    /// @throws IllegalArgumentException  for any other text
    public static Vers parse(String text) {
        return VersParser.strict(text).read();
    }

    /// Reads a VERS and forgives white space, wrong case, empty segments, `=` signs, slips of percent-encoding, wrong
    /// sorting, and repeated or redundant constraints.
    ///
    /// @throws IllegalArgumentException  for a text that has no plain meaning
    public static Forgiven<Vers> parseLenient(String text) {
        List<String> forgiven = new ArrayList<>();
        Vers vers = VersParser.lenient(text, slip -> {
                    if (forgiven.size() == MOST_SLIPS) {
                        throw new IllegalArgumentException("more than 1,000 slips in %s".formatted(Quoted.of(text)));
                    }
                    forgiven.add(slip);
                })
                .read();
        return new Forgiven<>(vers, forgiven);
    }

    public boolean isAll() {
        return constraints.isEmpty();
    }

    /// Says whether a version satisfies the constraints; undetermined for one of more than 1,000 characters.
    ///
    /// @param version  literally, not percent-encoded
    public Containment contains(String version) {
        if (version.length() > VersConstraint.LONGEST_VERSION && !isAll()) {
            return Containment.UNDETERMINED;
        }
        return new ContainmentWalk(scheme, version).through(constraints);
    }

    /// The runs of versions that satisfy the constraints, in their order; versions of `excluded` are to be left out
    /// of them. Where nothing but exclusions is stated, every other version is meant.
    public List<VersionRange> ranges() {
        List<VersionRange> ranges = new ArrayList<>();
        @Nullable VersConstraint open = null;
        for (VersConstraint constraint : constraints) {
            switch (constraint.comparator()) {
                case EQUAL -> ranges.add(VersionRange.exactly(constraint.version()));
                case GREATER, GREATER_OR_EQUAL -> open = constraint;
                case LESS, LESS_OR_EQUAL -> {
                    ranges.add(between(open, constraint));
                    open = null;
                }
                case NOT_EQUAL -> {}
            }
        }
        if (open != null || ranges.isEmpty()) {
            ranges.add(between(open, null));
        }
        return List.copyOf(ranges);
    }

    /// The versions that are left out by name (`!=`).
    public List<String> excluded() {
        return constraints.stream()
                .filter(constraint -> constraint.comparator() == Comparator.NOT_EQUAL)
                .map(VersConstraint::version)
                .toList();
    }

    /// The canonical text, which `parse` reads back as an equal value.
    @Override
    public String toString() {
        String text = isAll()
                ? "*"
                : constraints.stream().map(VersConstraint::toString).collect(joining("|"));
        return "vers:" + scheme + "/" + text;
    }

    static VersionRange between(@Nullable VersConstraint lower, @Nullable VersConstraint upper) {
        return new VersionRange(
                lower == null ? null : lower.version(),
                lower != null && lower.comparator().includesItsVersion(),
                upper == null ? null : upper.version(),
                upper != null && upper.comparator().includesItsVersion());
    }
}
