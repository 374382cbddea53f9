package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The version of CycloneDX that a document states, and what is a departure only in some versions.
///
/// In JSON the version may stand behind what depends on it; until it is known, such departures wait.
final class SpecVersion {

    private static final int OLDEST = 2;
    private static final int NEWEST = 7;
    private static final int MOST_WAITING = 10_000;
    private static final Pattern FORM = Pattern.compile("1\\.([0-9]{1,3})");

    private record Waiting(int from, int before, Location location, String what, String reason) {}

    private final UnreadReport report;
    private final List<Waiting> waiting = new ArrayList<>(0);
    private @Nullable String text;
    private int minor;

    SpecVersion(UnreadReport report) {
        this.report = report;
    }

    /// @throws UnreadableInput when it is a version that is not read
    void stated(String version, Location location) throws UnreadableInput {
        Matcher form = FORM.matcher(version);
        if (!form.matches() || Integer.parseInt(form.group(1)) < OLDEST) {
            throw report.refusal(
                    location,
                    "CycloneDX",
                    "the version is %s; versions 1.%d to 1.%d are read".formatted(Quoted.of(version), OLDEST, NEWEST));
        }
        minor = Integer.parseInt(form.group(1));
        text = version;
        if (minor > NEWEST) {
            report.kept(
                    location,
                    "specVersion",
                    "%s is newer than 1.%d; only what both have in common is read"
                            .formatted(Quoted.of(version), NEWEST));
        }
        waiting.forEach(this::tell);
        waiting.clear();
    }

    /// A departure in versions from 1.`from` and before 1.`before` only.
    void kept(int from, int before, Location location, String what, String reason) {
        Waiting departure = new Waiting(from, before, location, what, reason);
        if (text != null) {
            tell(departure);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(departure);
        } else {
            report.kept(location, what, reason + " (said before the version is known)");
        }
    }

    private void tell(Waiting departure) {
        if (minor >= departure.from && minor < departure.before) {
            report.kept(departure.location, departure.what, departure.reason);
        }
    }

    /// @throws UnreadableInput when the document stated none
    String get() throws UnreadableInput {
        if (text == null) {
            throw report.refusal(Location.START, "CycloneDX", "it states no \"specVersion\"");
        }
        return text;
    }
}
