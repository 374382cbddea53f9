package dev.ward.signature.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.signature.ClockCheck;
import dev.ward.signature.ClockChecks;
import dev.ward.signature.ClockState;
import dev.ward.web.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The same for programs.
@RestController
class ClockApi {

    private final ClockChecks clocks;

    ClockApi(ClockChecks clocks) {
        this.clocks = clocks;
    }

    /// @param offsetMillis     how far the server's clock was ahead; null when nothing was measured
    /// @param uncertainMillis  by how much that may be wrong
    record CheckView(
            Instant at,
            String server,
            String source,
            boolean outside,
            String health,
            @Nullable Long offsetMillis,
            @Nullable Long uncertainMillis,
            @Nullable String trouble) {

        static CheckView from(ClockCheck check) {
            return new CheckView(
                    check.at(),
                    check.server(),
                    check.source(),
                    check.outside(),
                    check.health().word(),
                    millis(check.offset()),
                    millis(check.uncertain()),
                    check.trouble());
        }

        private static @Nullable Long millis(@Nullable Duration time) {
            return time == null ? null : time.toMillis();
        }
    }

    record ClockView(String health, String words, List<CheckView> checks) {}

    @GetMapping("/api/v1/clock")
    @Summary("Says what is known of the server's clock, with the last checks, the newest first")
    @Requires(Permission.AUDIT_READ)
    ClockView clock() {
        ClockState now = clocks.now();
        return new ClockView(
                now.health().word(),
                now.words(),
                clocks.last(ClockPages.MOST).stream().map(CheckView::from).toList());
    }
}
