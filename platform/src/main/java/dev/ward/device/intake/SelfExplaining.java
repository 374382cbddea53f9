package dev.ward.device.intake;

import dev.ward.audit.Actor;
import dev.ward.device.DeviceFiles;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Reads files by their headings alone, as a person would who leaves every choice as it is proposed.
@Component
class SelfExplaining implements DeviceFiles {

    private static final String CONTENT_TYPE = "text/csv";

    private final DeviceImports imports;

    SelfExplaining(DeviceImports imports) {
        this.imports = imports;
    }

    @Override
    public Job take(Actor actor, Reader reader, String name, InputStream in) throws IOException {
        DeviceImport received = imports.receive(name, CONTENT_TYPE, in, actor);
        Mapping guess = imports.guess(received);
        Mapping mapping = guess == null
                ? new Mapping(Map.of(), Map.of(), null, dev.ward.table.TableChoices.NONE, true, true)
                : new Mapping(guess.columns(), guess.constants(), guess.dates(), guess.table(), true, true);
        return imports.apply(actor, reader, received.id(), mapping, null);
    }
}
