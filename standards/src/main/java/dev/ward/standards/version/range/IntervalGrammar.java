package dev.ward.standards.version.range;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.VersConstraint.Comparator;

/// Intervals with brackets: `[1.0,2.0)`, `(,1.0]`, `[1.5]`.
///
/// Source: Maven, "Version Range Specification"; NuGet, "Version ranges".
enum IntervalGrammar implements RangeGrammar {

    /// Several intervals may stand one behind the other; a version alone, which a resolver only prefers, is that
    /// version.
    MAVEN {
        @Override
        void bare(String version, VersionSet versions) {
            versions.and(Comparator.EQUAL, version);
            versions.or();
        }
    },

    /// One interval; a version alone is the lowest; `1.2.*` means each version that begins with `1.2`.
    NUGET {
        @Override
        void bare(String version, VersionSet versions) {
            if (version.endsWith(".*")) {
                String prefix = version.substring(0, version.length() - 2);
                int last = prefix.lastIndexOf('.') + 1;
                versions.and(Comparator.GREATER_OR_EQUAL, prefix);
                versions.and(Comparator.LESS, prefix.substring(0, last) + NextNumber.after(prefix.substring(last)));
            } else if (!version.equals("*")) {
                versions.and(Comparator.GREATER_OR_EQUAL, version);
            }
            versions.or();
        }
    };

    abstract void bare(String version, VersionSet versions);

    @Override
    public void read(String nativeRange, VersionSet versions) {
        String text = nativeRange.strip();
        if (!text.startsWith("[") && !text.startsWith("(")) {
            bare(text, versions);
            return;
        }
        int position = 0;
        while (position < text.length()) {
            int end = endOfInterval(text, position);
            interval(text.substring(position, end + 1), versions);
            position = end + 1;
            while (position < text.length() && (text.charAt(position) == ',' || text.charAt(position) == ' ')) {
                position++;
            }
            if (this == NUGET && position < text.length()) {
                throw new IllegalArgumentException("more than one interval in %s".formatted(Quoted.of(text)));
            }
        }
    }

    private static int endOfInterval(String text, int start) {
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != ']' && text.charAt(end) != ')') {
            end++;
        }
        if (end == text.length() || (text.charAt(start) != '[' && text.charAt(start) != '(')) {
            throw new IllegalArgumentException("no interval at %s".formatted(Quoted.of(text.substring(start))));
        }
        return end;
    }

    private static void interval(String interval, VersionSet versions) {
        boolean includesLower = interval.startsWith("[");
        boolean includesUpper = interval.endsWith("]");
        String[] bounds = interval.substring(1, interval.length() - 1).split(",", -1);
        String lower = bounds[0].strip();
        if (bounds.length > 2 || (bounds.length == 1 && !(includesLower && includesUpper))) {
            throw new IllegalArgumentException("%s is no interval".formatted(Quoted.of(interval)));
        }
        if (bounds.length == 1) {
            versions.and(Comparator.EQUAL, lower);
        } else {
            String upper = bounds[1].strip();
            if (!lower.isEmpty()) {
                versions.and(includesLower ? Comparator.GREATER_OR_EQUAL : Comparator.GREATER, lower);
            }
            if (!upper.isEmpty()) {
                versions.and(includesUpper ? Comparator.LESS_OR_EQUAL : Comparator.LESS, upper);
            }
        }
        versions.or();
    }
}
