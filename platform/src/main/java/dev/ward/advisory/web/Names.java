package dev.ward.advisory.web;

/// Names of documents, as far as they are shown.
final class Names {

    private static final int LONGEST = 200;

    private Names() {}

    /// The last part of a path, without control characters, at most 200 characters.
    static String of(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        last.codePoints().filter(c -> !Character.isISOControl(c)).limit(LONGEST).forEach(kept::appendCodePoint);
        return kept.isEmpty() ? "upload" : kept.toString();
    }
}
