package dev.ward.sbom;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.Dependency;
import dev.ward.standards.sbom.SbomVisitor;
import dev.ward.standards.sbom.Service;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Takes what a reader tells of an SBOM, and hands it on in batches, so that memory does not grow with the
/// document.
final class SbomReading implements SbomVisitor {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SnapshotId snapshot;
    private final Consumer<SbomBatch> sink;
    private final Set<String> subjects = new LinkedHashSet<>();
    private SbomBatch batch = new SbomBatch();
    private int components;
    private int services;
    private int dependencies;
    private int unread;
    private int withPurl;
    private int withCpe;
    private int withVersion;
    private int withSupplier;
    private int withLicence;
    private int withHash;
    private int lost;

    /// @param sink  stores what was read
    SbomReading(SnapshotId snapshot, Consumer<SbomBatch> sink) {
        this.snapshot = snapshot;
        this.sink = sink;
    }

    @Override
    public void component(Component component) {
        components++;
        count(component);
        StoredIdentity identity = StoredIdentity.of(component);
        batch.add(new SbomBatch.Part(
                components, component, identity, HexFormat.of().formatHex(identity.digest())));
        handOn();
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
        services++;
        row(batch.services(), services)
                .text(JSON.writeValueAsString(held(service)))
                .endRow();
        handOn();
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
        dependencies++;
        row(batch.dependencies(), dependencies)
                .text(dependency.ref())
                .texts(dependency.dependsOn())
                .endRow();
        handOn();
    }

    @Override
    public void subject(String ref) {
        subjects.add(ref);
    }

    @Override
    public void unread(Unread one) {
        unread++;
        lost += one.lost() ? 1 : 0;
        row(batch.unread(), unread)
                .number(one.location().line())
                .number(one.location().column())
                .text(one.location().pointer())
                .text(one.what())
                .text(one.reason())
                .flag(one.lost())
                .endRow();
        handOn();
    }

    private CopyText row(CopyText rows, int number) {
        return rows.text(snapshot.toString()).number(number);
    }

    private void handOn() {
        if (batch.isFull()) {
            flush();
        }
    }

    /// Hands on what still waits.
    void flush() {
        if (!batch.isEmpty()) {
            sink.accept(batch);
            batch = new SbomBatch();
        }
    }

    /// References of what the SBOM describes, where it said so apart from the component.
    List<String> subjects() {
        return subjects.stream().map(StoredText::of).toList();
    }

    SnapshotTally tally() {
        return new SnapshotTally(
                components,
                withPurl,
                withCpe,
                withVersion,
                withSupplier,
                withLicence,
                withHash,
                services,
                dependencies,
                lost,
                unread - lost);
    }
}
