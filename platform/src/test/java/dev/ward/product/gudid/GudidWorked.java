package dev.ward.product.gudid;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.job.Jobs;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Has files of the GUDID read, and waits for their end.
@Component
class GudidWorked {

    private static final Actor ROBOT = new Actor(Actor.Kind.MACHINE, "test", "Test");

    private final GudidImports imports;
    private final GudidRecords records;
    private final Jobs jobs;

    GudidWorked(GudidImports imports, GudidRecords records, Jobs jobs) {
        this.imports = imports;
        this.records = records;
        this.jobs = jobs;
    }

    GudidImport read(String name, byte[] file) {
        GudidImports.Submitted submitted = imports.submit(ROBOT, name, file.length, new ByteArrayInputStream(file));
        Instant end = Instant.now().plusSeconds(120);
        while (!jobs.find(submitted.job().id()).orElseThrow().status().ended()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(
                        "does not end: " + jobs.find(submitted.job().id()));
            }
            pause();
        }
        return imports.get(Reader.machine("test"), submitted.id());
    }

    List<KnownRecord> found(boolean sighted, String di) {
        return records.find(sighted ? Reader.machine("test") : Reader.blind("nobody"), di);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
