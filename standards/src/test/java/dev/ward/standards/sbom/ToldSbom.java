package dev.ward.standards.sbom;

import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Remembers all that a reader tells of one SBOM.
public final class ToldSbom implements SbomVisitor {

    public final List<Component> components = new ArrayList<>();
    public final List<Service> services = new ArrayList<>();
    public final List<Dependency> dependencies = new ArrayList<>();
    public final List<String> subjects = new ArrayList<>();
    public final List<Unread> unread = new ArrayList<>();
    public @Nullable SbomDocument document;
    public @Nullable UnreadableInput refusal;

    public static ToldSbom of(SbomReader reader, String text) throws IOException {
        return of(reader, "test", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static ToldSbom of(SbomReader reader, String name, InputStream input) throws IOException {
        ToldSbom told = new ToldSbom();
        try {
            told.document = reader.read(name, input, told);
        } catch (UnreadableInput e) {
            told.refusal = e;
        }
        return told;
    }

    /// All that was said to be wrong, the refusal last, one line each.
    public List<String> complaints() {
        List<String> all = new ArrayList<>(unread.stream().map(Unread::toString).toList());
        if (refusal != null) {
            all.add(String.valueOf(refusal.getMessage()));
        }
        return all;
    }

    @Override
    public void component(Component component) {
        components.add(component);
    }

    @Override
    public void service(Service service) {
        services.add(service);
    }

    @Override
    public void dependency(Dependency dependency) {
        dependencies.add(dependency);
    }

    @Override
    public void subject(String ref) {
        subjects.add(ref);
    }

    @Override
    public void unread(Unread part) {
        unread.add(part);
    }
}
