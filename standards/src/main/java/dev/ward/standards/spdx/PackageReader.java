package dev.ward.standards.spdx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.ComponentDraft;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads packages as components.
///
/// The type is the primary purpose in CycloneDX's spelling (`operating-system`), `library` where none is stated. A
/// SWID tag is kept as property `spdx:swid`.
///
/// Source: SPDX 2.3, 7.
final class PackageReader {

    private final Cursor cursor;
    private final UnreadReport report;
    private final SbomVisitor visitor;
    private final Elements elements;

    PackageReader(Cursor cursor, UnreadReport report, SbomVisitor visitor, Elements elements) {
        this.cursor = cursor;
        this.report = report;
        this.visitor = visitor;
        this.elements = elements;
    }

    void list() throws IOException, UnreadableInput {
        cursor.eachItem(this::read);
    }

    private void read() throws IOException, UnreadableInput {
        Location location = cursor.location();
        if (!cursor.enterObject()) {
            return;
        }
        ComponentDraft draft = new ComponentDraft(report, location);
        draft.type = "library";
        boolean located = false;
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            located |= field.equals("downloadLocation");
            field(field, draft);
        }
        if (!located) {
            report.kept(location, draft.what(), "it has no \"downloadLocation\"");
        }
        if (draft.ref == null) {
            report.kept(location, draft.what(), "it has no \"SPDXID\"");
        } else {
            elements.addPackage(draft.ref, location);
            draft.subject = elements.isDescribed(draft.ref);
        }
        Component component = draft.build(null);
        if (component != null) {
            visitor.component(component);
        }
    }

    private void field(String field, ComponentDraft draft) throws IOException, UnreadableInput {
        switch (field) {
            case "SPDXID" -> draft.ref = cursor.text();
            case "name" -> draft.name = cursor.text();
            case "versionInfo" -> draft.version = Values.asserted(cursor.text());
            case "primaryPackagePurpose" -> draft.type = purpose(cursor.text());
            case "supplier" -> draft.supplier = party("supplier");
            case "originator" -> draft.manufacturer = party("originator");
            case "licenseConcluded", "licenseDeclared" -> licence(draft);
            case "checksums" -> checksums(draft);
            case "externalRefs" -> externalRefs(draft);
            default -> {}
        }
    }

    private static String purpose(@Nullable String purpose) {
        return purpose == null ? "library" : purpose.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable String party(String what) throws IOException, UnreadableInput {
        String stated = Values.asserted(cursor.text());
        if (stated != null && Values.party(stated) == null) {
            report.kept(
                    cursor.location(),
                    what,
                    "%s is neither an \"Organization:\" nor a \"Person:\"".formatted(Quoted.of(stated)));
            return stated;
        }
        return stated == null ? null : Values.party(stated);
    }

    private void licence(ComponentDraft draft) throws IOException, UnreadableInput {
        String licence = Values.asserted(cursor.text());
        if (licence != null && !licence.equals("NONE")) {
            draft.licence(licence);
        }
    }

    private void checksums(ComponentDraft draft) throws IOException, UnreadableInput {
        if (!cursor.enterList()) {
            return;
        }
        while (cursor.nextItem()) {
            Location location = cursor.location();
            if (!cursor.enterObject()) {
                continue;
            }
            String algorithm = null;
            String value = null;
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                switch (field) {
                    case "algorithm" -> algorithm = cursor.text();
                    case "checksumValue" -> value = cursor.text();
                    default -> {}
                }
            }
            draft.hash(algorithm, value, location);
        }
    }

    private void externalRefs(ComponentDraft draft) throws IOException, UnreadableInput {
        if (!cursor.enterList()) {
            return;
        }
        while (cursor.nextItem()) {
            Location location = cursor.location();
            if (!cursor.enterObject()) {
                continue;
            }
            String type = null;
            String locator = null;
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                switch (field) {
                    case "referenceType" -> type = cursor.text();
                    case "referenceLocator" -> {
                        locator = cursor.text();
                        location = cursor.location();
                    }
                    default -> {}
                }
            }
            if (type == null || locator == null) {
                report.lost(location, "externalRef", "it has no %s".formatted(type == null ? "type" : "locator"));
            } else {
                identify(draft, type, locator, location);
            }
        }
    }

    /// The type is a word or, in older documents, an address that ends with it.
    private static void identify(ComponentDraft draft, String type, String locator, Location location) {
        switch (type.substring(type.lastIndexOf('/') + 1)) {
            case "purl" -> draft.purl(locator, location);
            case "cpe22Type", "cpe23Type" -> draft.cpe(locator, location);
            case "swid" -> draft.property("spdx:swid", locator);
            default -> {}
        }
    }
}
