package dev.ward.home.demo;

import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.CompensatingControls;
import dev.ward.assessment.ControlDraft;
import dev.ward.assessment.ControlId;
import dev.ward.assessment.ControlRisk;
import dev.ward.assessment.ControlUser;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.signature.Discipline;
import dev.ward.signature.Signing;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Issues the demo's compensating controls.
@Component
class DemoControls {

    private final DemoFile file;
    private final Assessments assessments;
    private final CompensatingControls controls;
    private final Signing signing;

    DemoControls(DemoFile file, Assessments assessments, CompensatingControls controls, Signing signing) {
        this.file = file;
        this.assessments = assessments;
        this.controls = controls;
        this.signing = signing;
    }

    /// @param verified  how it was seen to work; null while nobody has
    private record Controlled(
            String vulnerability,
            String product,
            String name,
            ControlUser users,
            String skill,
            String instructions,
            String verification,
            String effect,
            int expiresInDays,
            ControlRisk residual,
            String residualReason,
            ControlRisk own,
            String ownReason,
            @Nullable String verified) {}

    void tell(DemoPeople people, DemoNames names) throws IOException {
        for (Controlled one : file.read("controls.json", Controlled[].class)) {
            issue(people, names.product(one.product()), one);
        }
    }

    private void issue(DemoPeople people, ProductId product, Controlled one) {
        String security = role(Discipline.SECURITY);
        Reader reader = people.reader(security);
        AssessmentId against = assessments.ofVulnerability(reader, one.vulnerability()).stream()
                .filter(assessment -> assessment.product().equals(product))
                .findFirst()
                .orElseThrow()
                .id();
        ControlId id = controls.draft(people.actor(security), reader, against, draft(one));
        for (Discipline discipline : Discipline.values()) {
            String role = role(discipline);
            controls.sign(
                    people.signer(role, signing),
                    people.reader(role),
                    id,
                    discipline,
                    controls.standing(people.reader(role), id).sha256(discipline));
        }
        if (one.verified() != null) {
            controls.verify(people.actor(security), reader, id, one.verified());
        }
    }

    private static String role(Discipline discipline) {
        return switch (discipline) {
            case SECURITY -> "product-security";
            case CLINICAL_SAFETY -> "clinical-safety";
        };
    }

    private ControlDraft draft(Controlled one) {
        return new ControlDraft(
                one.name(),
                one.users(),
                one.skill(),
                one.instructions(),
                one.verification(),
                one.effect(),
                controls.today().plusDays(one.expiresInDays()),
                one.residual(),
                one.residualReason(),
                one.own(),
                one.ownReason());
    }
}
