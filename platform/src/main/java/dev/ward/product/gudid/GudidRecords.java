package dev.ward.product.gudid;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.product.DeviceIdentifiers;
import dev.ward.product.DeviceType;
import dev.ward.product.IdentifierDraft;
import dev.ward.product.IdentifierFilter;
import dev.ward.product.IdentifierKind;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.Profiles;
import dev.ward.standards.gudid.GudidIdentifier;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.TypedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the FDA's records say: by identifier, by company; beside what stands here of the same device.
@Service
@Transactional(readOnly = true)
public class GudidRecords {

    private static final SortOrder BY_COMPANY = SortOrder.ascending("company");
    private static final String US = "US";

    private final GudidRecordRepository records;
    private final DeviceIdentifiers identifiers;
    private final Profiles profiles;

    GudidRecords(GudidRecordRepository records, DeviceIdentifiers identifiers, Profiles profiles) {
        this.records = records;
        this.identifiers = identifiers;
        this.profiles = profiles;
    }

    /// The records that name an identifier, in any role; that whose own it is first.
    ///
    /// @param text  a DI or UDI in any spelling; one that breaks its agency's rules, as it was published
    public List<KnownRecord> find(Reader reader, String text) {
        return records.find(
                reader,
                DeviceIdentifiers.spelled(text).map(DeviceIdentifier::value).orElseGet(text::strip));
    }

    /// The record of a device.
    ///
    /// @throws ProblemException  when Ward knows none
    public KnownRecord get(Reader reader, String text) {
        return find(reader, text).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND,
                        "No record of the FDA that Ward has read names \"%s\". Upload a file of the GUDID that holds it."
                                .formatted(text.strip())));
    }

    /// The records of the companies whose names begin so, by company.
    public Slice<KnownRecord> list(Reader reader, @Nullable String company, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, BY_COMPANY, 2);
        return Slice.of(
                records.list(reader, company, cursor, limit + 1),
                limit,
                one -> Cursor.of(BY_COMPANY, one.order(), one.id()));
    }

    /// What of ours bears an identifier; empty when nothing does.
    public Optional<LinkedIdentifier> ours(Reader reader, String di) {
        return identifiers.list(reader, new IdentifierFilter(di, null, null, null), null, 2).items().stream()
                .filter(one -> one.di().value().equals(di))
                .findFirst();
    }

    /// What stands here of a device beside what its record says; nothing when nothing of ours bears any of its
    /// identifiers.
    public List<RecordComparison> compare(Reader reader, GudidRecord told, LinkedIdentifier ours) {
        return RecordComparison.of(
                told,
                ours,
                profiles.find(reader, ours.type())
                        .map(version -> version.profile())
                        .orElse(null));
    }

    /// Links one identifier of a record to a product or a model, as the record describes it.
    ///
    /// @throws ProblemException  when no record names it, it breaks its agency's rules, or it is linked already
    @Transactional
    public LinkedIdentifier link(Actor actor, Reader reader, String di, DeviceType bearer) {
        KnownRecord of = get(reader, di);
        String value =
                DeviceIdentifiers.spelled(di).map(DeviceIdentifier::value).orElse("");
        GudidRecord.Identifier named = of.content().identifiers().stream()
                .filter(one -> one.sound() && one.di().equals(value))
                .findFirst()
                .orElseThrow(() -> TypedText.refused(
                        "di",
                        "\"%s\" breaks the rules of its agency, so that no label can bear it.".formatted(di.strip()),
                        "is no sound device identifier"));
        return identifiers.link(
                actor, reader, bearer.product(), draft(of.content(), named, bearer), LinkedIdentifier.Origin.GUDID);
    }

    private static IdentifierDraft draft(GudidRecord record, GudidRecord.Identifier named, DeviceType bearer) {
        IdentifierKind kind = kind(named.role());
        boolean holds = kind == IdentifierKind.PACKAGE;
        return new IdentifierDraft(
                IdentifierDraft.read("di", named.di()),
                kind,
                bearer.model(),
                List.of(),
                List.of(US),
                null,
                named.ended() == null ? record.ended() : named.ended(),
                holds ? DeviceIdentifiers.spelled(named.contains()).orElse(null) : null,
                holds && named.quantity() != null && named.quantity() > 0 ? named.quantity() : null);
    }

    /// @param role  a name of [GudidIdentifier.Role]
    static IdentifierKind kind(String role) {
        return switch (GudidIdentifier.Role.valueOf(role)) {
            case PRIMARY, OTHER -> IdentifierKind.PRIMARY;
            case SECONDARY -> IdentifierKind.SECONDARY;
            case PACKAGE -> IdentifierKind.PACKAGE;
            case UNIT_OF_USE -> IdentifierKind.UNIT_OF_USE;
            case DIRECT_MARKING -> IdentifierKind.DIRECT_MARKING;
            case PREVIOUS -> IdentifierKind.PREVIOUS;
        };
    }

    /// The identifiers of a record, and what of ours bears each.
    public List<Borne> borne(Reader reader, GudidRecord record) {
        List<Borne> borne = new ArrayList<>();
        for (GudidRecord.Identifier one : record.identifiers()) {
            borne.add(new Borne(one, one.sound() ? ours(reader, one.di()).orElse(null) : null));
        }
        return borne;
    }

    /// @param ours  null when nothing of ours bears it
    public record Borne(
            GudidRecord.Identifier identifier, @Nullable LinkedIdentifier ours) {

        public IdentifierKind kind() {
            return GudidRecords.kind(identifier.role());
        }

        public boolean isLinkable() {
            return identifier.sound() && ours == null;
        }
    }
}
