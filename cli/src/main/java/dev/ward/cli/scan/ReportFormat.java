package dev.ward.cli.scan;

import dev.ward.cli.terminal.Terminal;

/// The forms in which `ward scan` reports.
public enum ReportFormat {
    TABLE,
    JSON,
    CSV,
    SARIF;

    Report on(Terminal terminal) {
        return switch (this) {
            case TABLE -> new TableReport(terminal);
            case JSON -> new JsonReport(terminal.out());
            case CSV -> new CsvReport(terminal.out());
            case SARIF -> new SarifReport(terminal.out());
        };
    }
}
