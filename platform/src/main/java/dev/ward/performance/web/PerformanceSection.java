package dev.ward.performance.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.FunctionLinks;
import dev.ward.performance.HarmPaths;
import dev.ward.performance.PerformanceWord;
import dev.ward.performance.Subject;
import dev.ward.product.DeviceType;
import dev.ward.product.ModelId;
import dev.ward.product.ModelSection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The section of a model's page: the functions, their worst harm, and the drawing.
@Component
class PerformanceSection implements ModelSection {

    private final EssentialPerformances performances;
    private final FunctionLinks links;
    private final HarmPaths paths;
    private final PerformanceWord word;
    private final Visibility visibility;

    PerformanceSection(
            EssentialPerformances performances,
            FunctionLinks links,
            HarmPaths paths,
            PerformanceWord word,
            Visibility visibility) {
        this.performances = performances;
        this.links = links;
        this.paths = paths;
        this.word = word;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return word.title();
    }

    @Override
    public String view() {
        return "performance/model-section";
    }

    @Override
    public Map<String, Object> model(DeviceType type) {
        ModelId model = type.model();
        UUID id = model == null ? type.product().value() : model.value();
        Subject subject = performances.subject(visibility.reader(), id);
        Map<String, Object> parts = new HashMap<>();
        parts.put("subject", subject);
        parts.put("version", performances.inForce(subject).orElse(null));
        parts.put("draft", performances.draft(subject).orElse(null));
        parts.put("counts", links.counts(visibility.reader(), subject));
        parts.put("drawing", PathDrawing.of(paths.of(subject)));
        return parts;
    }

    @Override
    public @Nullable Map<String, Object> besideModels(DeviceType product) {
        Subject subject =
                performances.subject(visibility.reader(), product.product().value());
        boolean isSaid = performances.inForce(subject).isPresent()
                || performances.draft(subject).isPresent();
        return isSaid ? model(product) : null;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }
}
