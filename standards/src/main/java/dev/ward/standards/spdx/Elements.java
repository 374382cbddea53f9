package dev.ward.standards.spdx;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.sbom.Dependency;
import dev.ward.standards.sbom.SbomVisitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The elements of a document by their ids, and the relations between them that wait for an end still to come.
///
/// A relation is told at once when both ends are packages that were read. Otherwise it waits for the end of the
/// document: then those that touch a file or snippet are passed, and an end that is nowhere is told as a departure.
/// At most a million ids and a hundred thousand relations are remembered; beyond that, relations are told
/// unchecked.
final class Elements {

    private static final int MOST_IDS = 1_000_000;
    private static final int MOST_WAITING = 100_000;

    private record Waiting(String from, String to, Location location) {}

    private final UnreadReport report;
    private final SbomVisitor visitor;
    private final Set<String> packages = new HashSet<>();
    private final Set<String> others = new HashSet<>();
    private final Set<String> described = new LinkedHashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean full;

    Elements(UnreadReport report, SbomVisitor visitor) {
        this.report = report;
        this.visitor = visitor;
    }

    void addPackage(String id, Location location) {
        if (hasRoom(location) && !packages.add(id)) {
            report.kept(location, "SPDXID", "%s is given twice".formatted(Quoted.of(id)));
        }
    }

    /// A file or snippet.
    void addOther(String id, Location location) {
        if (hasRoom(location)) {
            others.add(id);
        }
    }

    void describe(String id) {
        if (described.size() < MOST_WAITING) {
            described.add(id);
        }
    }

    boolean isDescribed(String id) {
        return described.contains(id);
    }

    void dependency(String from, String to, Location location) {
        boolean known = packages.contains(from) && packages.contains(to);
        if (known || full || waiting.size() >= MOST_WAITING) {
            visitor.dependency(new Dependency(from, List.of(to)));
        } else if (!others.contains(from) && !others.contains(to)) {
            waiting.add(new Waiting(from, to, location));
        }
    }

    /// Tells what waited, and which packages the document describes.
    void finish() {
        for (Waiting relation : waiting) {
            if (others.contains(relation.from) || others.contains(relation.to)) {
                continue;
            }
            visitor.dependency(new Dependency(relation.from, List.of(relation.to)));
            mustExist(relation.from, relation.location);
            mustExist(relation.to, relation.location);
        }
        for (String id : described) {
            if (packages.contains(id) || full) {
                visitor.subject(id);
            } else if (!others.contains(id)) {
                mustExist(id, new Location(0, 0, "/documentDescribes"));
            }
        }
    }

    /// An element of another document (`DocumentRef-…:…`) is not looked for in this one.
    private void mustExist(String id, Location location) {
        if (!full && !packages.contains(id) && !id.startsWith("DocumentRef-")) {
            report.kept(location, "relationship", "nothing in the document is called %s".formatted(Quoted.of(id)));
        }
    }

    private boolean hasRoom(Location location) {
        if (!full && packages.size() + others.size() >= MOST_IDS) {
            full = true;
            report.kept(location, "SPDXID", "more than %d elements are not checked".formatted(MOST_IDS));
        }
        return !full;
    }
}
