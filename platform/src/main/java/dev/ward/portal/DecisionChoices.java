package dev.ward.portal;

import dev.ward.device.DeviceId;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What whoever decides can choose from, where the customer's words leave it open.
@Service
@Transactional(readOnly = true)
public class DecisionChoices {

    private final DecisionRepository decisions;

    DecisionChoices(DecisionRepository decisions) {
        this.decisions = decisions;
    }

    /// @param twins     devices that may be the one which the customer means
    /// @param products  empty when the product is known
    /// @param releases  empty when the release is known, or nothing is said of it
    /// @param product   the one on whose label the DI stands; null when that is not known
    public record Choices(
            List<Twin> twins,
            List<Choice> products,
            List<Choice> models,
            List<Choice> releases,
            @Nullable UUID product,
            @Nullable UUID model,
            @Nullable UUID release) {

        static final Choices NONE = new Choices(List.of(), List.of(), List.of(), List.of(), null, null, null);
    }

    /// @param within  the product that it belongs to
    public record Choice(UUID id, String name, ProductId within) {}

    public Choices of(Reader reader, Claim claim) {
        if (!claim.isOpen() || !(claim.said() instanceof Said.OfDevice said)) {
            return Choices.NONE;
        }
        DeviceId device = said.device();
        DecisionRepository.Labelled labelled =
                device == null ? decisions.labelled(reader, said.label().di()).orElse(null) : null;
        ProductId product =
                device == null ? labelled == null ? null : labelled.product() : decisions.product(reader, device);
        ModelId model = labelled == null ? null : labelled.model();
        String version = unplaced(said);
        UUID release = version == null || product == null
                ? null
                : decisions
                        .release(reader, product, version)
                        .map(ReleaseId::value)
                        .orElse(null);
        return new Choices(
                device == null ? decisions.twins(reader, said.label()) : List.of(),
                device == null ? decisions.products(reader) : List.of(),
                device == null ? decisions.models(reader) : List.of(),
                version == null ? List.of() : decisions.releases(reader, product),
                product == null ? null : product.value(),
                model == null ? null : model.value(),
                release);
    }

    /// A version that is no release which the customer sees; null when there is none.
    private static @Nullable String unplaced(Said.OfDevice said) {
        Said.Installed installed = said.installed();
        return installed == null || installed.release() != null ? null : installed.version();
    }
}
