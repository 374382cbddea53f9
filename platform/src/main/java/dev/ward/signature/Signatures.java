package dev.ward.signature;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.AccountId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps electronic signatures. Who may sign what is decided where the record is kept.
@Service
public class Signatures {

    private final SignatureRepository signatures;
    private final ClockChecks clocks;
    private final AuditTrail audit;
    private final Clock clock;

    Signatures(SignatureRepository signatures, ClockChecks clocks, AuditTrail audit, Clock clock) {
        this.clocks = clocks;
        this.signatures = signatures;
        this.audit = audit;
        this.clock = clock;
    }

    /// Signs a state of a record. Call it in the transaction that looked whether the record is still that.
    @Transactional(propagation = Propagation.MANDATORY)
    public Signature sign(Signer signer, Signable of, Meaning meaning) {
        AccountId account = Objects.requireNonNull(signer.person().caller().account());
        Signature unsealed = new Signature(
                Uuids.next(),
                of,
                meaning,
                account.value(),
                signer.person().caller().printedName(),
                signer.person().caller().capacity(),
                signer.components(),
                signer.session(),
                signer.person().at().truncatedTo(ChronoUnit.MICROS),
                signer.zone(),
                "",
                null,
                clocks.at(signer.person().at()));
        Signature signature = sealed(unsealed);
        signatures.insert(signature);
        audit.record(
                signer.person().actor(),
                Act.of("record.signed", of.type(), of.id().toString())
                        .after("signature", signature.id().toString())
                        .after("version", Integer.toString(of.version()))
                        .after("part", of.part())
                        .after("meaning", meaning.word())
                        .after("sha256", of.sha256())
                        .after("seal", signature.seal())
                        .after("components", String.join(" ", signature.components())));
        return signature;
    }

    private static Signature sealed(Signature unsealed) {
        return new Signature(
                unsealed.id(),
                unsealed.of(),
                unsealed.meaning(),
                unsealed.signerId(),
                unsealed.signerName(),
                unsealed.signerRole(),
                unsealed.components(),
                unsealed.session(),
                unsealed.at(),
                unsealed.zone(),
                unsealed.sealed(),
                null,
                unsealed.clock());
    }

    /// Voids the signatures that stand under parts of a record, as these were changed.
    ///
    /// @return how many stood
    @Transactional(propagation = Propagation.MANDATORY)
    public int voidStanding(Actor by, String type, UUID id, int version, List<String> parts, String because) {
        int voided = signatures.voidStanding(
                type, id, version, parts, because, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (voided > 0) {
            audit.record(
                    by,
                    Act.of("signatures.voided", type, id.toString())
                            .after("version", Integer.toString(version))
                            .after("parts", String.join(" ", parts))
                            .after("signatures", Integer.toString(voided))
                            .why(because));
        }
        return voided;
    }

    /// All signatures under a version of a record, those too that no longer stand, in their order.
    @Transactional(readOnly = true)
    public List<Signature> list(String type, UUID id, int version) {
        return signatures.list(type, id, version).stream()
                .map(one -> one.with(clocks.at(one.at())))
                .toList();
    }

    /// All signatures under the first version of records that have no other, by record.
    @Transactional(readOnly = true)
    public Map<UUID, List<Signature>> list(String type, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : signatures.list(type, ids).stream()
                        .map(one -> one.with(clocks.at(one.at())))
                        .collect(Collectors.groupingBy(one -> one.of().id()));
    }
}
