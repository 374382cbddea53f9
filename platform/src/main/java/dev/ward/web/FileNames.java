package dev.ward.web;

/// Names of files that were sent, as far as they are shown and given back.
public final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    /// The last part of a path, without control characters and what turns the direction of writing
    /// round, by which a program would read as a picture; at most 200 characters.
    ///
    /// @param otherwise  what it is called when nothing is left
    public static String of(String name, String otherwise) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c) && !turns(c))
                .limit(LONGEST)
                .forEach(kept::appendCodePoint);
        return kept.isEmpty() ? otherwise : kept.toString();
    }

    private static boolean turns(int c) {
        return (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200e
                || c == 0x200f
                || c == 0x061c;
    }
}
