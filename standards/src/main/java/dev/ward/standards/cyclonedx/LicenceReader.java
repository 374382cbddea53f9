package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the licences of a component, a service or the document: ids, names and expressions alike.
///
/// Source: CycloneDX 1.7, `licenseChoice`, `license`.
final class LicenceReader {

    private final Bom bom;
    private final Cursor cursor;
    private final UnreadReport report;
    private final Parts parts;

    LicenceReader(Bom bom) {
        this.bom = bom;
        this.cursor = bom.cursor;
        this.report = bom.report;
        this.parts = new Parts(bom);
    }

    void read(Consumer<String> sink) throws IOException, UnreadableInput {
        Location start = cursor.location();
        if (!cursor.enterList()) {
            return;
        }
        int items = 0;
        int expressions = 0;
        while (cursor.nextItem()) {
            items++;
            if (choice(sink)) {
                expressions++;
            }
        }
        if (expressions > 0 && items > 1) {
            bom.version.kept(
                    0,
                    7,
                    start,
                    "licenses",
                    "an expression must stand alone, but %d licences are listed".formatted(items));
        }
    }

    /// Whether the licence is an expression.
    private boolean choice(Consumer<String> sink) throws IOException, UnreadableInput {
        Location start = cursor.location();
        if (!cursor.enterChoice()) {
            return false;
        }
        int licences = 0;
        int expressions = 0;
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "license" -> {
                    licences++;
                    licence(sink);
                }
                case "expression" -> {
                    expressions++;
                    add(cursor.text(), sink);
                }
                case "expression-detailed" -> {
                    expressions++;
                    detailed(sink);
                }
                default -> {}
            }
        }
        if (licences + expressions != 1) {
            report.kept(
                    start,
                    "license",
                    licences + expressions == 0
                            ? "it is neither a licence nor an expression"
                            : "it is both a licence and an expression");
        }
        return expressions > 0;
    }

    private void licence(Consumer<String> sink) throws IOException, UnreadableInput {
        Location start = cursor.location();
        if (!cursor.enterObject()) {
            return;
        }
        int names = 0;
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "id" -> {
                    names++;
                    id(sink);
                }
                case "name" -> {
                    names++;
                    add(cursor.text(), sink);
                }
                case "text" -> parts.attachment();
                case "properties" -> parts.properties((name, value) -> {});
                default -> {}
            }
        }
        if (names == 0) {
            report.lost(start, "license", "it has neither an id nor a name");
        } else if (names > 1) {
            report.kept(start, "license", "it has more than one id or name");
        }
    }

    private void id(Consumer<String> sink) throws IOException, UnreadableInput {
        String id = cursor.text();
        if (id != null && !LicenceIds.contains(id)) {
            report.kept(cursor.location(), "license", "%s is no SPDX licence id".formatted(Quoted.of(id)));
        }
        add(id, sink);
    }

    private void detailed(Consumer<String> sink) throws IOException, UnreadableInput {
        if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                if (field.equals("expression")) {
                    add(cursor.text(), sink);
                }
            }
        }
    }

    private static void add(@Nullable String licence, Consumer<String> sink) {
        if (licence != null && !licence.isEmpty()) {
            sink.accept(licence);
        }
    }
}
