package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.sbom.Dependency;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what depends on what. What a component provides (implements) is passed.
///
/// Source: CycloneDX 1.7, `dependency`.
final class DependencyReader {

    private final Bom bom;
    private final Cursor cursor;
    private final UnreadReport report;

    DependencyReader(Bom bom) {
        this.bom = bom;
        this.cursor = bom.cursor;
        this.report = bom.report;
    }

    void list() throws IOException, UnreadableInput {
        cursor.eachItem(this::read);
    }

    private void read() throws IOException, UnreadableInput {
        Location location = cursor.location();
        if (!cursor.enterObject()) {
            return;
        }
        String ref = null;
        List<String> dependsOn = new ArrayList<>();
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "ref" -> ref = used(cursor.text());
                case "dependsOn" -> texts(dependsOn);
                case "dependency" -> element(dependsOn);
                default -> {}
            }
        }
        if (ref == null) {
            report.lost(location, "dependency", "it does not say whose it is");
        } else {
            bom.visitor.dependency(new Dependency(ref, dependsOn));
        }
    }

    private void texts(List<String> dependsOn) throws IOException, UnreadableInput {
        cursor.eachItem(() -> add(dependsOn));
    }

    private void element(List<String> dependsOn) throws IOException, UnreadableInput {
        if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                if (field.equals("ref")) {
                    add(dependsOn);
                }
            }
        }
    }

    private void add(List<String> dependsOn) throws IOException, UnreadableInput {
        String ref = used(cursor.text());
        if (ref != null) {
            dependsOn.add(ref);
        }
    }

    private @Nullable String used(@Nullable String ref) {
        if (ref != null) {
            bom.refs.used(ref, cursor.location());
        }
        return ref;
    }
}
