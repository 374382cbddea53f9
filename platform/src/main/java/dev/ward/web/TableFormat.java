package dev.ward.web;

import jakarta.servlet.http.HttpServletResponse;

/// The files in which tables leave Ward.
public enum TableFormat {
    CSV("csv", "text/csv; charset=utf-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String ending;
    private final String mediaType;

    TableFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /// The file's ending without its point, as it stands at the end of an address.
    public String ending() {
        return ending;
    }

    /// @throws ProblemException  when Ward writes no such files
    public static TableFormat of(String ending) {
        for (TableFormat format : values()) {
            if (format.ending.equals(ending)) {
                return format;
            }
        }
        throw ProblemException.of(Problem.NOT_FOUND, "Tables come as csv or xlsx, not as \"%s\".".formatted(ending));
    }

    /// Announces a file, before its first byte.
    ///
    /// @param name  without its ending; ASCII
    public void announce(HttpServletResponse response, String name) {
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", "attachment; filename=\"%s.%s\"".formatted(name, ending));
    }
}
