package dev.ward.sbom;

import dev.ward.database.Uuids;
import dev.ward.sbom.StagingRepository.Target;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import dev.ward.standards.match.MatchKeys;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.Dependency;
import dev.ward.standards.sbom.SbomVisitor;
import dev.ward.standards.sbom.Service;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.json.JsonMapper;

/// Turns what a reader tells of an SBOM into rows, and hands them on in batches, so that memory does not
/// grow with
/// the document.
final class SbomReading implements SbomVisitor {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_CHARACTERS = 2 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SnapshotId snapshot;
    private final BiConsumer<Target, CopyText> sink;
    private final Map<Target, CopyText> waiting = new EnumMap<>(Target.class);
    private final Map<Target, Integer> counts = new EnumMap<>(Target.class);
    private final Set<String> subjects = new LinkedHashSet<>();
    private int withPurl;
    private int withCpe;
    private int withVersion;
    private int withSupplier;
    private int withLicence;
    private int withHash;
    private int lost;

    /// @param sink  takes the rows away; they are cleared afterwards
    SbomReading(SnapshotId snapshot, BiConsumer<Target, CopyText> sink) {
        this.snapshot = snapshot;
        this.sink = sink;
    }

    @Override
    public void component(Component component) {
        StoredIdentity identity = StoredIdentity.of(component);
        CopyText row = begin(Target.COMPONENT);
        identity(identity, row);
        row.text(component.ref())
                .text(component.parent())
                .flag(component.subject())
                .text(component.scope());
        location(component.location(), row)
                .texts(component.licences())
                .texts(component.hashes().stream()
                        .map(hash -> hash.algorithm() + ":" + hash.value())
                        .toList())
                .texts(component.unreadIdentifiers());
        count(component);
        end(Target.COMPONENT, row);
    }

    private static void identity(StoredIdentity identity, CopyText row) {
        List<String> uses = new ArrayList<>(4);
        List<String> keys = new ArrayList<>(4);
        for (MatchKeys.Key key : identity.keys()) {
            uses.add(String.valueOf(key.use().ordinal()));
            keys.add(key.text());
        }
        row.text(Uuids.next().toString())
                .bytes(identity.digest())
                .text(identity.type())
                .text(identity.name())
                .text(identity.version())
                .text(identity.groupName())
                .text(identity.supplier())
                .text(identity.manufacturer())
                .texts(identity.purls())
                .texts(identity.cpes())
                .text(identity.line())
                .texts(SearchWords.of(identity))
                .texts(uses)
                .texts(keys);
    }

    private void count(Component component) {
        withPurl += component.purl() == null ? 0 : 1;
        withCpe += component.cpes().isEmpty() ? 0 : 1;
        withVersion += component.version() == null || component.version().isBlank() ? 0 : 1;
        withSupplier += component.supplier() == null && component.manufacturer() == null ? 0 : 1;
        withLicence += component.licences().isEmpty() ? 0 : 1;
        withHash += component.hashes().isEmpty() ? 0 : 1;
    }

    @Override
    public void service(Service service) {
        end(Target.SERVICE, begin(Target.SERVICE).text(JSON.writeValueAsString(held(service))));
    }

    private static Service held(Service service) {
        return new Service(
                StoredText.ofNullable(service.ref()),
                StoredText.ofNullable(service.group()),
                StoredText.of(service.name()),
                StoredText.ofNullable(service.version()),
                StoredText.ofNullable(service.provider()),
                service.endpoints().stream().map(StoredText::of).toList(),
                StoredText.ofNullable(service.parent()),
                new Location(
                        service.location().line(),
                        service.location().column(),
                        StoredText.of(service.location().pointer())));
    }

    @Override
    public void dependency(Dependency dependency) {
        end(Target.DEPENDENCY, begin(Target.DEPENDENCY).text(dependency.ref()).texts(dependency.dependsOn()));
    }

    @Override
    public void subject(String ref) {
        subjects.add(ref);
    }

    @Override
    public void unread(Unread unread) {
        lost += unread.lost() ? 1 : 0;
        CopyText row = begin(Target.UNREAD);
        location(unread.location(), row)
                .text(unread.what())
                .text(unread.reason())
                .flag(unread.lost());
        end(Target.UNREAD, row);
    }

    private static CopyText location(Location location, CopyText row) {
        return row.number(location.line()).number(location.column()).text(location.pointer());
    }

    private CopyText begin(Target target) {
        int number = counts.merge(target, 1, Integer::sum);
        return waiting.computeIfAbsent(target, absent -> new CopyText())
                .text(snapshot.toString())
                .number(number);
    }

    private void end(Target target, CopyText row) {
        row.endRow();
        if (row.count() >= MOST_ROWS || row.length() >= MOST_CHARACTERS) {
            flush(target, row);
        }
    }

    private void flush(Target target, CopyText rows) {
        if (rows.count() > 0) {
            sink.accept(target, rows);
            rows.clear();
        }
    }

    /// Hands on what still waits.
    void flush() {
        waiting.forEach(this::flush);
    }

    /// References of what the SBOM describes, where it said so apart from the component.
    List<String> subjects() {
        return subjects.stream().map(StoredText::of).toList();
    }

    SnapshotTally tally() {
        int unread = counts.getOrDefault(Target.UNREAD, 0);
        return new SnapshotTally(
                counts.getOrDefault(Target.COMPONENT, 0),
                withPurl,
                withCpe,
                withVersion,
                withSupplier,
                withLicence,
                withHash,
                counts.getOrDefault(Target.SERVICE, 0),
                counts.getOrDefault(Target.DEPENDENCY, 0),
                lost,
                unread - lost);
    }
}
