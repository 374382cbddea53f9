package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.sbom.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads services and what is nested in them.
///
/// Source: CycloneDX 1.7, `service`, `serviceData`.
final class ServiceReader {

    private static final int DEEPEST = 500;

    /// A service whose fields are still being read.
    static final class OpenService {
        final Location start;
        final Nest nest;
        final List<String> endpoints = new ArrayList<>();

        @Nullable
        String ref;

        @Nullable
        String group;

        @Nullable
        String name;

        @Nullable
        String version;

        @Nullable
        String provider;

        OpenService(Location start, Nest nest) {
            this.start = start;
            this.nest = nest;
        }
    }

    private final Bom bom;
    private final Cursor cursor;
    private final UnreadReport report;
    private final Parts parts;
    private final LicenceReader licences;
    private final ServiceDataReader data;
    private int depth;

    ServiceReader(Bom bom) {
        this.bom = bom;
        this.cursor = bom.cursor;
        this.report = bom.report;
        this.parts = new Parts(bom);
        this.licences = new LicenceReader(bom);
        this.data = new ServiceDataReader(bom);
    }

    void list(boolean told, Nest parent) throws IOException, UnreadableInput {
        cursor.eachItem(() -> read(told, parent));
    }

    /// What was read; null when there is no service here.
    ///
    /// @param told  false for a service that is checked but no part of the product (a tool)
    @Nullable
    OpenService read(boolean told, Nest parent) throws IOException, UnreadableInput {
        Location start = cursor.location();
        if (depth == DEEPEST) {
            report.lost(start, "service", "it is nested in %d others, and so is all within it".formatted(DEEPEST));
            return null;
        }
        if (!cursor.enterObject()) {
            return null;
        }
        depth++;
        OpenService open = new OpenService(start, Nest.under(start.pointer(), bom.holding));
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            field(field, open, told);
        }
        depth--;
        open.ref = open.nest.close(open.ref, start, report);
        if (open.name == null || open.name.isEmpty()) {
            report.lost(start, "service", "it has no name");
        } else if (told) {
            String name = open.name;
            parent.add(ref -> bom.visitor.service(
                    new Service(open.ref, open.group, name, open.version, open.provider, open.endpoints, ref, start)));
        }
        return open;
    }

    private void field(String field, OpenService open, boolean told) throws IOException, UnreadableInput {
        switch (field) {
            case "bom-ref" -> ref(open);
            case "name" -> open.name = cursor.text();
            case "group" -> open.group = cursor.text();
            case "version" -> open.version = cursor.text();
            case "provider" -> open.provider = parts.organisation();
            case "endpoints" -> endpoints(open);
            case "data" -> data.read();
            case "licenses" -> licences.read(licence -> {});
            case "properties" -> parts.properties((name, value) -> {});
            case "services" -> list(told, open.nest);
            default -> {}
        }
    }

    private void ref(OpenService open) throws IOException, UnreadableInput {
        String ref = cursor.text();
        if (ref == null || ref.isEmpty()) {
            report.kept(cursor.location(), "bom-ref", "it is empty");
            return;
        }
        bom.refs.given(ref, cursor.location());
        open.ref = ref;
        open.nest.settle(ref);
    }

    private void endpoints(OpenService open) throws IOException, UnreadableInput {
        cursor.eachItem(() -> {
            String endpoint = cursor.text();
            if (endpoint != null) {
                open.endpoints.add(endpoint);
            }
        });
    }
}
