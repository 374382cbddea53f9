package dev.ward.standards.input;

/// Tells of one input where its text was mended: the first hundred places, and how many more there were.
final class Mending {

    private static final int MOST = 100;

    private final UnreadReport report;
    private final String what;
    private long places;

    /// @param what  the format of the input
    Mending(UnreadReport report, String what) {
        this.report = report;
        this.what = what;
    }

    /// @param column  in bytes, from 1
    void tell(long line, long column, String reason) {
        places++;
        if (places <= MOST) {
            report.kept(new Location(line, column, ""), what, reason);
        }
    }

    /// To be called once, at the end of the input.
    void end() {
        if (places > MOST) {
            report.kept(new Location(0, 0, ""), what, "was mended at %d more places".formatted(places - MOST));
        }
    }
}
