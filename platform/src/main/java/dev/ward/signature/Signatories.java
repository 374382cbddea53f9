package dev.ward.signature;

import dev.ward.identity.AccountId;
import dev.ward.identity.Caller;
import dev.ward.identity.Mandate;
import dev.ward.identity.Qualifications;
import dev.ward.web.ProblemException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Says who may sign for a discipline: by their role, and by a qualification that holds today.
@Component
public class Signatories {

    private final Mandate mandate;
    private final Qualifications qualifications;

    Signatories(Mandate mandate, Qualifications qualifications) {
        this.mandate = mandate;
        this.qualifications = qualifications;
    }

    /// Call it in the transaction of the signature.
    ///
    /// @throws ProblemException  when the person may not sign for it, or is not qualified today
    public void confirm(Signer signer, Discipline discipline) {
        mandate.confirm(signer.person().actor(), discipline.permission());
        AccountId person = Objects.requireNonNull(signer.person().caller().account());
        qualifications.confirm(person, discipline.competence());
    }

    /// Why a caller may not sign for disciplines, though their role may.
    public Map<Discipline, String> unqualified(Caller caller) {
        Map<Discipline, String> unqualified = new EnumMap<>(Discipline.class);
        AccountId person = caller.account();
        for (Discipline discipline : Discipline.values()) {
            if (person != null && caller.may(discipline.permission())) {
                qualifications
                        .refusal(person, discipline.competence())
                        .ifPresent(words -> unqualified.put(discipline, words));
            }
        }
        return unqualified;
    }
}
