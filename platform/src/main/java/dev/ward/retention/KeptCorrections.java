package dev.ward.retention;

import dev.ward.correction.Change;
import dev.ward.correction.ChangedRelease;
import dev.ward.correction.Changes;
import dev.ward.correction.Classification;
import dev.ward.correction.PastCorrection;
import dev.ward.correction.PastCorrections;
import dev.ward.correction.Recall;
import dev.ward.correction.Recalls;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.regulation.AdverseEvents;
import dev.ward.regulation.EventRecord;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds events, changes, recalls and past corrections, as far as retention asks. A legal hold on their
/// case holds them too.
@Component
class KeptCorrections {

    private final AdverseEvents events;
    private final Changes changes;
    private final Recalls recalls;
    private final PastCorrections past;

    KeptCorrections(AdverseEvents events, Changes changes, Recalls recalls, PastCorrections past) {
        this.events = events;
        this.changes = changes;
        this.recalls = recalls;
        this.past = past;
    }

    /// @throws dev.ward.web.ProblemException  when there is none, or none that the reader may see
    CaseNumber caseOf(Reader reader, RecordName name) {
        UUID id = KeptRecords.uuid(name);
        return switch (name.kind()) {
            case EVENT -> events.caseOf(reader, id);
            case CHANGE -> changes.caseOf(reader, id);
            case RECALL -> recalls.caseOf(reader, id);
            case CASE, SIGNAL, DECISION, PAST_CORRECTION, CUSTOMER, CONTACT ->
                throw new IllegalArgumentException("\"%s\" is entered for no case".formatted(name.kind()));
        };
    }

    /// @param ofCase  the products of its case; empty where nobody knows, or it names its own
    KeptRecord get(Reader reader, RecordName name, Set<ProductId> ofCase) {
        UUID id = KeptRecords.uuid(name);
        if (name.kind() == RecordKind.PAST_CORRECTION) {
            PastCorrection one = past.versions(reader, id).getFirst();
            return new KeptRecord(
                    name,
                    "%s, %s".formatted(one.productName(), one.decidedOn()),
                    0,
                    one.decidedOn(),
                    Set.of(new ProductId(one.product())),
                    List.of());
        }
        CaseNumber number = caseOf(reader, name);
        List<RecordName> within = List.of(new RecordName(RecordKind.CASE, number.text()));
        return switch (name.kind()) {
            case EVENT -> ofEvent(reader, name, number, ofCase, within);
            case CHANGE -> ofChange(reader, name, number, within);
            case RECALL -> {
                Recall one = recalls.get(reader, number, id);
                yield new KeptRecord(name, one.title(), 0, one.terminated(), ofCase, within);
            }
            case CASE, SIGNAL, DECISION, PAST_CORRECTION, CUSTOMER, CONTACT ->
                throw new IllegalArgumentException("\"%s\" is found elsewhere".formatted(name.kind()));
        };
    }

    /// It is kept from the day on which it happened.
    private KeptRecord ofEvent(
            Reader reader, RecordName name, CaseNumber number, Set<ProductId> ofCase, List<RecordName> within) {
        EventRecord one = events.of(reader, number).stream()
                .filter(event -> event.event().id().toString().equals(name.id()))
                .findFirst()
                .orElseThrow();
        LocalDate happened = one.event().happened();
        String title = "%s, %s"
                .formatted(one.event().kind(), happened == null ? "on a day that nobody knows" : happened.toString());
        return new KeptRecord(name, title, 0, happened, ofCase, within);
    }

    private KeptRecord ofChange(Reader reader, RecordName name, CaseNumber number, List<RecordName> within) {
        Change one = changes.get(reader, number, KeptRecords.uuid(name));
        Set<ProductId> products = one.descriptions().stream()
                .flatMap(description -> description.releases().stream())
                .map(ChangedRelease::product)
                .map(ProductId::new)
                .collect(Collectors.toUnmodifiableSet());
        return new KeptRecord(
                name, "Change %d of case %s".formatted(one.number(), number), 0, done(one), products, within);
    }

    /// When it was signed last, or withdrawn; null while neither is, or what was signed stands no
    /// longer.
    private static @Nullable LocalDate done(Change one) {
        if (one.withdrawn() != null) {
            return LocalDate.ofInstant(one.withdrawn().at(), ZoneOffset.UTC);
        }
        Classification standing = one.standing();
        return standing == null ? null : LocalDate.ofInstant(standing.signed(), ZoneOffset.UTC);
    }

    /// Events, changes and recalls of a case.
    List<RecordName> of(Reader reader, CaseNumber number) {
        return Stream.of(
                        events.of(reader, number).stream()
                                .map(one -> new RecordName(
                                        RecordKind.EVENT, one.event().id().toString())),
                        changes.of(reader, number).stream()
                                .map(one -> new RecordName(
                                        RecordKind.CHANGE, one.id().toString())),
                        recalls.of(reader, number).stream()
                                .map(one -> new RecordName(
                                        RecordKind.RECALL, one.id().toString())))
                .flatMap(one -> one)
                .toList();
    }
}
