package dev.ward.report;

import dev.ward.correction.Changes;
import dev.ward.correction.Recalls;
import dev.ward.handling.CaseAssessments;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.Reader;
import dev.ward.product.DeviceIdentifiers;
import dev.ward.product.DeviceType;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.Models;
import dev.ward.product.Product;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.product.Profile;
import dev.ward.product.ProfileVersion;
import dev.ward.product.Profiles;
import dev.ward.reach.ReachedRelease;
import dev.ward.reach.Reaches;
import dev.ward.reach.Subject;
import dev.ward.regulation.AdverseEvents;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.Obligations;
import dev.ward.report.KnownOfCase.Described;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what Ward knows of a case, once for all kinds of drafts.
@Component
public class DraftFacts {

    private final Obligations obligations;
    private final AdverseEvents events;
    private final CaseAssessments assessments;
    private final Reaches reaches;
    private final Products products;
    private final Models models;
    private final Profiles profiles;
    private final DeviceIdentifiers identifiers;
    private final SubmittedRepository submissions;
    private final Changes changes;
    private final Recalls recalls;

    DraftFacts(
            Obligations obligations,
            AdverseEvents events,
            CaseAssessments assessments,
            Reaches reaches,
            Products products,
            Models models,
            Profiles profiles,
            DeviceIdentifiers identifiers,
            SubmittedRepository submissions,
            Changes changes,
            Recalls recalls) {
        this.obligations = obligations;
        this.events = events;
        this.assessments = assessments;
        this.reaches = reaches;
        this.products = products;
        this.models = models;
        this.profiles = profiles;
        this.identifiers = identifiers;
        this.submissions = submissions;
        this.changes = changes;
        this.recalls = recalls;
    }

    /// @throws dev.ward.web.ProblemException  when there is no such case for this reader
    @Transactional(readOnly = true)
    public KnownOfCase of(Reader reader, CaseNumber number) {
        CaseDue due = obligations.of(reader, number);
        List<Subject> subjects = new ArrayList<>();
        List<String> unheard = new ArrayList<>();
        for (String name : due.subject().vulnerabilities()) {
            reaches.find(reader, Subject.Kind.VULNERABILITY, name)
                    .ifPresentOrElse(subjects::add, () -> unheard.add(name));
        }
        List<ReachedRelease> releases = reaches.releases(reader, subjects);
        List<Described> devices = new ArrayList<>();
        due.dossier().derived().products().stream()
                .flatMap(id -> products.find(reader, id).stream())
                .sorted(Comparator.comparing(Product::name))
                .forEach(product -> devices.addAll(described(reader, product, releases)));
        return new KnownOfCase(
                due,
                events.of(due).stream().filter(one -> one.event().counts()).toList(),
                devices,
                assessments.list(reader, due.subject()),
                assessments.controls(reader, due.subject()),
                subjects,
                unheard,
                releases,
                new Corrected(changes.of(reader, number), recalls.of(reader, number)));
    }

    private List<Described> described(Reader reader, Product product, List<ReachedRelease> releases) {
        List<ReachedRelease> own = releases.stream()
                .filter(one ->
                        one.certain() && one.product().equals(product.id().value()))
                .toList();
        List<Described> all = new ArrayList<>();
        for (DeviceType type : types(reader, product.id(), own)) {
            List<UUID> reached = own.stream()
                    .filter(one -> type.model() == null || type.model().value().equals(one.model()))
                    .map(ReachedRelease::id)
                    .toList();
            all.add(new Described(
                    type,
                    product.name(),
                    profiles.name(reader, type),
                    profiles.find(reader, type).map(ProfileVersion::profile).orElse(Profile.UNSAID),
                    identifiers.of(reader, type).stream()
                            .filter(one -> bears(one, reached))
                            .toList(),
                    submissions.of(reader, type, reached),
                    !reached.isEmpty()));
        }
        return all;
    }

    /// The models of which a release is reached; all models when none is, or when a release for all of
    /// them is.
    private List<DeviceType> types(Reader reader, ProductId product, List<ReachedRelease> own) {
        Set<UUID> reached =
                own.stream().map(ReachedRelease::model).filter(Objects::nonNull).collect(Collectors.toSet());
        boolean all = reached.isEmpty() || own.stream().anyMatch(one -> one.model() == null);
        List<DeviceType> types = models.list(reader, product).stream()
                .filter(one -> reached.contains(one.id().value()) || (all && !one.archived()))
                .map(one -> new DeviceType(product, one.id()))
                .toList();
        return types.isEmpty() ? List.of(new DeviceType(product, null)) : types;
    }

    private static boolean bears(LinkedIdentifier one, List<UUID> reached) {
        return reached.isEmpty()
                || one.releases().isEmpty()
                || one.releases().stream()
                        .anyMatch(tied -> reached.contains(tied.id().value()));
    }
}
