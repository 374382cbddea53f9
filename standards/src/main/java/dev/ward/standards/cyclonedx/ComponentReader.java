package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.sbom.Component;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads components and what is nested in them.
///
/// Source: CycloneDX 1.7, `component`.
final class ComponentReader {

    /// What is done with a component that was read.
    enum Use {
        SUBJECT,
        LISTED,
        /// Checked but not told: it is no part of the product (a tool, an ancestor in a pedigree).
        UNTOLD
    }

    private static final int DEEPEST = 500;

    private final Bom bom;
    private final Cursor cursor;
    private final UnreadReport report;
    private final Parts parts;
    private final LicenceReader licences;
    private final PedigreeReader pedigrees;
    private int depth;

    ComponentReader(Bom bom) {
        this.bom = bom;
        this.cursor = bom.cursor;
        this.report = bom.report;
        this.parts = new Parts(bom);
        this.licences = new LicenceReader(bom);
        this.pedigrees = new PedigreeReader(bom, this);
    }

    void list(Use use, Nest parent) throws IOException, UnreadableInput {
        cursor.eachItem(() -> read(use, parent));
    }

    /// What was read; null when there is no component here.
    @Nullable
    OpenComponent read(Use use, Nest parent) throws IOException, UnreadableInput {
        Location start = cursor.location();
        if (depth == DEEPEST) {
            report.lost(start, "component", "it is nested in %d others, and so is all within it".formatted(DEEPEST));
            return null;
        }
        if (!cursor.enterObject()) {
            return null;
        }
        depth++;
        OpenComponent open = new OpenComponent(report, start, Nest.under(start.pointer(), bom.holding));
        open.draft.subject = use == Use.SUBJECT;
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            if (!text(field, open)) {
                structure(field, open, use);
            }
        }
        depth--;
        open.close(bom.version);
        tell(use, open, parent);
        return open;
    }

    private void tell(Use use, OpenComponent open, Nest parent) {
        if (use == Use.UNTOLD) {
            open.draft.build(null);
            return;
        }
        parent.add(ref -> {
            Component component = open.draft.build(ref);
            if (component != null) {
                bom.visitor.component(component);
            }
        });
    }

    /// Takes a field that holds a text; false when it is none of those.
    private boolean text(String field, OpenComponent open) throws IOException, UnreadableInput {
        switch (field) {
            case "bom-ref" -> ref(open);
            case "type" -> open.draft.type = Words.TYPE.text(cursor, report, "component type");
            case "scope" -> open.draft.scope = Words.SCOPE.text(cursor, report, "scope");
            case "name" -> open.draft.name = cursor.text();
            case "group" -> open.draft.group = cursor.text();
            case "version" -> open.draft.version = cursor.text();
            case "versionRange" -> open.versionRange = cursor.text();
            case "isExternal" -> open.external = Boolean.TRUE.equals(cursor.bool());
            case "author" -> open.author = cursor.text();
            case "publisher" -> open.publisher = cursor.text();
            case "purl" -> purl(open);
            case "cpe" -> cpe(open);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void structure(String field, OpenComponent open, Use use) throws IOException, UnreadableInput {
        switch (field) {
            case "supplier" -> open.draft.supplier = parts.organisation();
            case "manufacturer" -> open.manufacturer = parts.organisation();
            case "authors" -> open.authors.addAll(parts.people());
            case "hashes" -> hashes(open);
            case "licenses" -> licences.read(open.draft::licence);
            case "properties" -> parts.properties(open.draft::property);
            case "swid" -> swid(open);
            case "pedigree" -> pedigrees.read();
            case "components" -> list(use == Use.UNTOLD ? use : Use.LISTED, open.nest);
            default -> {}
        }
    }

    private void ref(OpenComponent open) throws IOException, UnreadableInput {
        String ref = cursor.text();
        Location location = cursor.location();
        if (ref == null || ref.isEmpty()) {
            report.kept(location, "bom-ref", "it is empty");
            return;
        }
        bom.refs.given(ref, location);
        open.draft.ref = ref;
        open.nest.settle(ref);
    }

    private void purl(OpenComponent open) throws IOException, UnreadableInput {
        String purl = cursor.text();
        if (purl != null) {
            open.draft.purl(purl, cursor.location());
        }
    }

    private void cpe(OpenComponent open) throws IOException, UnreadableInput {
        String cpe = cursor.text();
        if (cpe != null) {
            open.draft.cpe(cpe, cursor.location());
        }
    }

    private void hashes(OpenComponent open) throws IOException, UnreadableInput {
        if (!cursor.enterList()) {
            return;
        }
        while (cursor.nextItem()) {
            Location location = cursor.location();
            if (!cursor.enterObject()) {
                continue;
            }
            String algorithm = null;
            String content = null;
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                switch (field) {
                    case "alg" -> algorithm = cursor.text();
                    case "content", Cursor.TEXT -> content = cursor.text();
                    default -> {}
                }
            }
            open.draft.hash(algorithm, content, location);
        }
    }

    private void swid(OpenComponent open) throws IOException, UnreadableInput {
        Location location = cursor.location();
        if (!cursor.enterObject()) {
            return;
        }
        String tagId = null;
        boolean named = false;
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "tagId" -> tagId = cursor.text();
                case "name" -> named = cursor.text() != null;
                case "text" -> parts.attachment();
                default -> {}
            }
        }
        if (tagId != null) {
            open.draft.property("cdx:swid", tagId);
        }
        if (tagId == null || !named) {
            report.kept(location, "swid", tagId == null ? "it has no tagId" : "it has no name");
        }
    }
}
