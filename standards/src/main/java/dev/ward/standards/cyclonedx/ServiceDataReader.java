package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;

/// Checks which way a service's data flows. In XML the direction stands at the classification.
final class ServiceDataReader {

    private final Cursor cursor;
    private final UnreadReport report;

    ServiceDataReader(Bom bom) {
        this.cursor = bom.cursor;
        this.report = bom.report;
    }

    void read() throws IOException, UnreadableInput {
        if (!cursor.enterList()) {
            return;
        }
        while (cursor.nextItem()) {
            Location location = cursor.location();
            if (cursor.enterObject()) {
                item(location);
            }
        }
    }

    private void item(Location location) throws IOException, UnreadableInput {
        boolean flows = false;
        boolean classified = false;
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "flow" -> flows = flow();
                case Cursor.TEXT -> classified = cursor.text() != null;
                case "classification" -> {
                    classified = true;
                    if (cursor.isXml()) {
                        flows |= classificationFlows();
                    }
                }
                default -> {}
            }
        }
        if (!flows || !classified) {
            report.kept(location, "data", flows ? "it has no classification" : "it has no flow");
        }
    }

    /// Whether the XML element of a classification states the direction.
    private boolean classificationFlows() throws IOException, UnreadableInput {
        boolean flows = false;
        if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                flows |= field.equals("flow") && flow();
            }
        }
        return flows;
    }

    private boolean flow() throws IOException, UnreadableInput {
        return Words.FLOW.text(cursor, report, "data flow") != null;
    }
}
