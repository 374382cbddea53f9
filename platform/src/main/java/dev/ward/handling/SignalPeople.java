package dev.ward.handling;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.document.Documents;
import dev.ward.identity.Reader;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What signals tell of people, and the way to take it out. For `retention` alone, which asks for a
/// signature and looks for legal holds.
@Service
public class SignalPeople {

    private final Signals signals;
    private final SignalRepository repository;
    private final Documents documents;
    private final AuditTrail audit;

    SignalPeople(Signals signals, SignalRepository repository, Documents documents, AuditTrail audit) {
        this.signals = signals;
        this.repository = repository;
        this.documents = documents;
        this.audit = audit;
    }

    /// What is there now, field by field; several texts of one field stand line by line.
    @Transactional(readOnly = true)
    public Map<PersonalField, String> personal(Reader reader, SignalId id) {
        Signal signal = signals.get(reader, id);
        Map<PersonalField, String> there = new EnumMap<>(PersonalField.class);
        put(there, PersonalField.REPORTER, signal.reporter());
        put(there, PersonalField.CONTACT, signal.contact());
        put(there, PersonalField.LEARNED_BY, signal.learnedBy());
        put(there, PersonalField.REFERENCE, signal.reference());
        put(there, PersonalField.TEXT, signal.text());
        String history = signals.history(reader, id).stream()
                .flatMap(step -> Stream.ofNullable(step.because()))
                .collect(Collectors.joining("\n"));
        put(there, PersonalField.HISTORY, history.isEmpty() ? null : history);
        Payload payload = signal.payload();
        put(there, PersonalField.PAYLOAD, payload == null ? null : payload.name() + ", SHA-256 " + payload.sha256());
        return there;
    }

    /// Tells through what a legal hold can hold a signal. It is not for the eyes of readers.
    @Transactional(readOnly = true)
    public SignalPlaces places(SignalId id) {
        return repository.places(id);
    }

    private static void put(Map<PersonalField, String> there, PersonalField field, @Nullable String value) {
        if (value != null) {
            there.put(field, value);
        }
    }

    /// Takes fields out of a signal, its history and beside the audit trail. All else of it stays.
    ///
    /// @param revision  of the signal that the signer saw
    /// @param reason    no personal data
    /// @return how many values went from beside the trail
    /// @throws ProblemException  when the signal was changed, or the bytes of what came are kept elsewhere
    ///                           too
    @Transactional(propagation = Propagation.MANDATORY)
    public int purge(Actor actor, Reader reader, SignalId id, int revision, Set<PersonalField> fields, String reason) {
        Signal signal = signals.get(reader, id);
        if (!repository.takeOut(id, revision, fields)) {
            throw Outdated.of(signal.title());
        }
        if (fields.contains(PersonalField.LEARNED_BY)) {
            repository.takeOutLearnedBy(id);
        }
        if (fields.contains(PersonalField.HISTORY)) {
            repository.takeOutHistory(id, signal.title());
        }
        Payload payload = signal.payload();
        if (fields.contains(PersonalField.PAYLOAD) && payload != null) {
            removePayload(payload);
        }
        List<String> words = words(fields);
        audit.record(
                actor,
                Act.of("signal.purged", Signals.SUBJECT, id.toString())
                        .after("fields", String.join(" ", words))
                        .why(reason));
        Set<String> inTrail =
                fields.stream().flatMap(field -> field.inTrail().stream()).collect(Collectors.toUnmodifiableSet());
        return audit.purge(actor, Signals.SUBJECT, id.toString(), inTrail, reason);
    }

    private void removePayload(Payload payload) {
        if (!documents.remove(payload.sha256())) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "The same bytes are kept with another record, and would be lost there. Leave \"%s\" out."
                            .formatted(PersonalField.PAYLOAD.title()));
        }
    }

    private static List<String> words(Set<PersonalField> fields) {
        return Arrays.stream(PersonalField.values())
                .filter(fields::contains)
                .map(PersonalField::word)
                .toList();
    }
}
