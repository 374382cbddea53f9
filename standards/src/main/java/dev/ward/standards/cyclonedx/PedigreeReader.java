package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;

/// Checks where a component comes from: other components, which are no part of the product, and patches.
///
/// Source: CycloneDX 1.7, `component.pedigree`, `patch`, `issue`.
final class PedigreeReader {

    private final Cursor cursor;
    private final UnreadReport report;
    private final Parts parts;
    private final ComponentReader components;

    PedigreeReader(Bom bom, ComponentReader components) {
        this.cursor = bom.cursor;
        this.report = bom.report;
        this.parts = new Parts(bom);
        this.components = components;
    }

    void read() throws IOException, UnreadableInput {
        if (!cursor.enterObject()) {
            return;
        }
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "ancestors", "descendants", "variants" -> components.list(ComponentReader.Use.UNTOLD, Nest.top());
                case "patches" -> patches();
                default -> {}
            }
        }
    }

    private void patches() throws IOException, UnreadableInput {
        if (!cursor.enterList()) {
            return;
        }
        while (cursor.nextItem()) {
            if (cursor.enterObject()) {
                for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                    switch (field) {
                        case "type" -> Words.PATCH_TYPE.text(cursor, report, "patch type");
                        case "diff" -> diff();
                        case "resolves" -> issues();
                        default -> {}
                    }
                }
            }
        }
    }

    private void diff() throws IOException, UnreadableInput {
        if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                if (field.equals("text")) {
                    parts.attachment();
                }
            }
        }
    }

    private void issues() throws IOException, UnreadableInput {
        if (!cursor.enterList()) {
            return;
        }
        while (cursor.nextItem()) {
            Location location = cursor.location();
            if (!cursor.enterObject()) {
                continue;
            }
            boolean typed = false;
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                if (field.equals("type")) {
                    typed = Words.ISSUE_TYPE.text(cursor, report, "issue type") != null;
                }
            }
            if (!typed) {
                report.kept(location, "issue", "it has no type");
            }
        }
    }
}
