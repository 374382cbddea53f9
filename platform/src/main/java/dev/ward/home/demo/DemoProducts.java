package dev.ward.home.demo;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.product.ConfigurationDraft;
import dev.ward.product.ConfigurationStatus;
import dev.ward.product.Configurations;
import dev.ward.product.DeviceIdentifiers;
import dev.ward.product.DeviceType;
import dev.ward.product.IdentifierDraft;
import dev.ward.product.IdentifierKind;
import dev.ward.product.Platform;
import dev.ward.product.ProductId;
import dev.ward.product.Profile;
import dev.ward.product.Profiles;
import dev.ward.product.Release;
import dev.ward.product.SubmissionDraft;
import dev.ward.product.Submissions;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what the demo's products are for, under which rules they stand, and what they are labelled and
/// built with.
@Component
class DemoProducts {

    private final DemoFile file;
    private final Profiles profiles;
    private final DeviceIdentifiers identifiers;
    private final Configurations configurations;
    private final Submissions submissions;

    DemoProducts(
            DemoFile file,
            Profiles profiles,
            DeviceIdentifiers identifiers,
            Configurations configurations,
            Submissions submissions) {
        this.file = file;
        this.profiles = profiles;
        this.identifiers = identifiers;
        this.configurations = configurations;
        this.submissions = submissions;
    }

    private record OfProduct(
            String product,
            Profile profile,
            List<Label> labels,
            List<Setup> configurations,
            List<Submitted> submissions) {}

    private record Label(
            String di,
            IdentifierKind kind,
            List<String> markets,
            @Nullable LocalDate from,
            @Nullable String contains,
            @Nullable Integer quantity) {}

    private record Setup(
            String name,
            ConfigurationStatus status,
            @Nullable String note,
            List<Part> releases,
            LinkedHashMap<String, String> options,
            List<Platform> platforms) {}

    private record Part(String version, @Nullable String part) {}

    private record Submitted(
            String version,
            String market,
            String kind,
            @Nullable String number,
            LocalDate decided) {}

    void tell(DemoPeople people, DemoNames names) throws IOException {
        for (OfProduct one : file.all("products", OfProduct.class)) {
            describe(people, names, one);
            configure(people, names, one);
            submit(people, names, one);
        }
    }

    private void describe(DemoPeople people, DemoNames names, OfProduct one) {
        Actor actor = people.actor("product-security");
        Reader reader = people.reader("product-security");
        ProductId product = names.product(one.product());
        profiles.replace(actor, reader, new DeviceType(product, null), 0, one.profile());
        for (Label label : one.labels()) {
            String contains = label.contains();
            identifiers.link(
                    actor,
                    reader,
                    product,
                    new IdentifierDraft(
                            IdentifierDraft.read("di", label.di()),
                            label.kind(),
                            null,
                            List.of(),
                            label.markets(),
                            label.from(),
                            null,
                            contains == null ? null : IdentifierDraft.read("contains", contains),
                            label.quantity()));
        }
    }

    private void configure(DemoPeople people, DemoNames names, OfProduct one) {
        for (Setup setup : one.configurations()) {
            configurations.create(
                    people.actor("product-security"),
                    people.reader("product-security"),
                    names.product(one.product()),
                    new ConfigurationDraft(
                            setup.name(),
                            null,
                            setup.status(),
                            setup.note(),
                            setup.releases().stream()
                                    .map(part -> new ConfigurationDraft.Running(
                                            names.release(one.product(), part.version())
                                                    .id(),
                                            part.part()))
                                    .toList(),
                            Objects.requireNonNullElse(setup.options(), new LinkedHashMap<>()),
                            setup.platforms()));
        }
    }

    private void submit(DemoPeople people, DemoNames names, OfProduct one) {
        for (Submitted submitted : one.submissions()) {
            Release release = names.release(one.product(), submitted.version());
            submissions.add(
                    people.actor("product-security"),
                    people.reader("product-security"),
                    release.id(),
                    new SubmissionDraft(
                            SubmissionDraft.kind(submitted.market(), submitted.kind()),
                            submitted.number(),
                            submitted.decided()));
        }
    }
}
