package dev.ward.retention;

import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.customer.Contact;
import dev.ward.customer.ContactId;
import dev.ward.customer.Contacts;
import dev.ward.database.Uuids;
import dev.ward.handling.PersonalField;
import dev.ward.handling.SignalId;
import dev.ward.handling.SignalPeople;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signature;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The only deletion: something personal is taken out of a record, signed and on a legal ground. The
/// record stays, with a tombstone in place of what went.
@Service
@Transactional
public class Purges {

    private static final int LONGEST_REASON = 2_000;

    private final KeptRecords records;
    private final Retentions retentions;
    private final LegalHolds holds;
    private final LegalHoldRepository standing;
    private final PurgeRepository purges;
    private final Contacts contacts;
    private final SignalPeople signals;
    private final Signatures signatures;
    private final Mandate mandate;
    private final AuditTrail audit;

    Purges(
            KeptRecords records,
            Retentions retentions,
            LegalHolds holds,
            LegalHoldRepository standing,
            PurgeRepository purges,
            Contacts contacts,
            SignalPeople signals,
            Signatures signatures,
            Mandate mandate,
            AuditTrail audit) {
        this.records = records;
        this.retentions = retentions;
        this.holds = holds;
        this.standing = standing;
        this.purges = purges;
        this.contacts = contacts;
        this.signals = signals;
        this.signatures = signatures;
        this.mandate = mandate;
        this.audit = audit;
    }

    /// Shows what would go, and what holds it back.
    ///
    /// @param chosen  words of fields; null for all that can go
    @Transactional(readOnly = true)
    public PurgePreview preview(Reader reader, RecordName asked, @Nullable List<String> chosen) {
        if (!asked.kind().isPurged()) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "Nothing is purged of a %s.".formatted(asked.kind().word()));
        }
        KeptRecords.Named record = records.named(reader, asked);
        RecordName of = record.name();
        List<PurgePreview.Field> there = of.kind() == RecordKind.CONTACT ? ofContact(reader, of) : ofSignal(reader, of);
        // Name, e-mail and phone of a contact are one person, and go together.
        List<String> going = chosen == null || of.kind() == RecordKind.CONTACT
                ? there.stream().map(PurgePreview.Field::word).toList()
                : there.stream()
                        .map(PurgePreview.Field::word)
                        .filter(chosen::contains)
                        .toList();
        Retention kept = retentions.get(reader, of);
        return new PurgePreview(
                of,
                record.title(),
                record.revision(),
                there,
                going,
                kept.classes().isEmpty()
                        ? ""
                        : kept.until() == null
                                ? "no end is known"
                                : kept.until().toString(),
                holds.of(reader, of).stream().filter(LegalHold::holds).toList());
    }

    private List<PurgePreview.Field> ofContact(Reader reader, RecordName of) {
        Contact contact = contacts.get(reader, new ContactId(KeptRecords.uuid(of)));
        List<PurgePreview.Field> there = new ArrayList<>();
        add(there, "name", "Name", contact.name());
        add(there, "email", "E-mail", contact.email());
        add(there, "phone", "Phone", contact.phone());
        return there;
    }

    private static void add(List<PurgePreview.Field> there, String word, String title, @Nullable String value) {
        if (value != null) {
            there.add(new PurgePreview.Field(word, title, value));
        }
    }

    private List<PurgePreview.Field> ofSignal(Reader reader, RecordName of) {
        return signals.personal(reader, new SignalId(KeptRecords.uuid(of))).entrySet().stream()
                .map(one ->
                        new PurgePreview.Field(one.getKey().word(), one.getKey().title(), one.getValue()))
                .toList();
    }

    /// Signs a purge and does it, as the person saw it.
    ///
    /// @param seen  the SHA-256 of the preview
    /// @throws ProblemException  when the record was changed since, a legal hold holds it, or nothing
    /// would go
    public Purge sign(
            Signer signer,
            Reader reader,
            RecordName of,
            List<String> chosen,
            LegalGround ground,
            @Nullable String reason,
            String seen) {
        mandate.confirm(signer.person().actor(), Permission.PURGE_SIGN);
        String why = TypedText.lines("reason", reason, LONGEST_REASON);
        if (why == null) {
            throw TypedText.refused("reason", "Say why.", "is missing");
        }
        KeptRecords.Named record = records.named(reader, of);
        standing.holding(record.name(), record.within()).ifPresent(hold -> {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "The legal hold \"%s\" of %s holds this. Nothing was signed, and nothing went."
                            .formatted(hold.name(), hold.placedBy()));
        });
        PurgePreview preview = preview(reader, of, chosen);
        if (preview.going().isEmpty()) {
            throw TypedText.refused("fields", "Nothing is chosen that could go.", "are none that could go");
        }
        if (!preview.sha256().equals(seen)) {
            throw ProblemException.of(
                    Problem.OUTDATED,
                    "It was changed since you read it. Nothing was signed. Read again what would go.");
        }
        return done(signer, reader, preview, ground, why);
    }

    private Purge done(Signer signer, Reader reader, PurgePreview preview, LegalGround ground, String why) {
        UUID id = Uuids.next();
        RecordName of = preview.of();
        Signature signature = signatures.sign(
                signer,
                new Signable(
                        Purge.RECORD,
                        id,
                        1,
                        Purge.RECORD,
                        preview.content(ground, why),
                        "I have what is personal taken out of this %s for good. Ground: %s."
                                .formatted(of.kind().word(), ground.title())),
                Meaning.RESPONSIBILITY);
        int values = takenOut(signer, reader, preview, why);
        Purge purge = new Purge(
                id,
                of,
                preview.going().stream().map(PurgePreview.Field::title).toList(),
                ground,
                why,
                values,
                signature.at(),
                signature.signerName());
        purges.insert(
                purge,
                Objects.requireNonNull(signer.person().caller().account()).value(),
                signature.id());
        audit.record(
                signer.person().actor(),
                Act.of("record.purged", of.kind().word(), of.id())
                        .after("purge", id.toString())
                        .after("fields", String.join(", ", purge.fields()))
                        .after("ground", ground.word())
                        .after("signature", signature.id().toString())
                        .why(why));
        return purge;
    }

    private int takenOut(Signer signer, Reader reader, PurgePreview preview, String why) {
        UUID id = KeptRecords.uuid(preview.of());
        if (preview.of().kind() == RecordKind.CONTACT) {
            return contacts.erase(signer.person().actor(), reader, new ContactId(id), preview.revision(), why);
        }
        Set<PersonalField> fields = preview.going().stream()
                .map(field -> PersonalField.of(field.word()))
                .collect(Collectors.toUnmodifiableSet());
        return signals.purge(signer.person().actor(), reader, new SignalId(id), preview.revision(), fields, why);
    }

    /// What was taken out of a record, the last first.
    @Transactional(readOnly = true)
    public List<Purge> of(Reader reader, RecordName name) {
        return purges.of(reader, records.named(reader, name).name());
    }

    /// The last that were signed.
    @Transactional(readOnly = true)
    public List<Purge> last(Reader reader, int most) {
        return purges.last(reader, most);
    }

    /// The signature under a purge.
    @Transactional(readOnly = true)
    public List<Signature> signatures(Purge of) {
        return signatures.list(Purge.RECORD, of.id(), 1);
    }
}
