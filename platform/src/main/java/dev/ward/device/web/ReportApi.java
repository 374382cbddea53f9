package dev.ward.device.web;

import dev.ward.device.FactSource;
import dev.ward.device.intake.DeviceReport;
import dev.ward.device.intake.DeviceReports;
import dev.ward.device.intake.Rule;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.table.RowNote;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Takes from service systems and devices what is installed.
@RestController
@RequestMapping("/api/v1/devices/reports")
class ReportApi {

    private final DeviceReports reports;
    private final CurrentActor actor;
    private final Visibility visibility;

    ReportApi(DeviceReports reports, CurrentActor actor, Visibility visibility) {
        this.reports = reports;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param line  as the request counts, from 1
    /// @param key   empty when it is about the whole line
    record LineView(long line, String key, String value, String rule, String reason, String whatToDo) {

        static LineView of(RowNote<Rule> note) {
            return new LineView(
                    note.line(),
                    note.column(),
                    note.value(),
                    note.rule().word(),
                    note.reason(),
                    note.rule().whatToDo());
        }
    }

    /// @param changeSet     null when nothing changed
    /// @param refusedLines  the first 10,000
    /// @param warnings      likewise
    record ReportView(
            UUID id,
            long read,
            long changed,
            long unchanged,
            long older,
            long refused,
            long warned,
            @Nullable Long changeSet,
            List<LineView> refusedLines,
            List<LineView> warnings) {

        static ReportView of(DeviceReport report) {
            return new ReportView(
                    report.id(),
                    report.read(),
                    report.changed(),
                    report.unchanged(),
                    report.older(),
                    report.refused(),
                    report.warned(),
                    report.changeSet(),
                    report.notes().stream().map(LineView::of).toList(),
                    report.warnings().stream().map(LineView::of).toList());
        }
    }

    /// Takes the body as it comes, whatever it is called: one JSON object a line.
    ///
    /// @param source  `telemetry` or `service`: who knows it
    @PostMapping
    @Summary("Takes what is installed on devices: one JSON object a line; good lines are applied together")
    @Requires(Permission.DEVICE_REPORT)
    ReportView take(@RequestParam(defaultValue = "telemetry") String source, HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw ProblemException.of(
                    Problem.WRONG_TYPE, "Send the lines themselves as the body, not \"%s\".".formatted(type));
        }
        FactSource by = source(source);
        reports.refuseTooLarge(request.getContentLengthLong());
        try {
            return ReportView.of(reports.take(actor.get(), visibility.reader(), by, request.getInputStream()));
        } catch (IOException e) {
            throw ProblemException.of(
                    Problem.INVALID, "The request broke off before its end. Nothing of it was kept; send it again.");
        }
    }

    private static FactSource source(String word) {
        for (FactSource source : List.of(FactSource.TELEMETRY, FactSource.SERVICE)) {
            if (source.word().equals(word)) {
                return source;
            }
        }
        throw ProblemException.of(
                        Problem.INVALID, "A report is of \"telemetry\" or \"service\", not \"%s\".".formatted(word))
                .with("source", "is neither telemetry nor service");
    }
}
