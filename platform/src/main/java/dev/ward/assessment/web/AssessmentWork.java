package dev.ward.assessment.web;

import dev.ward.assessment.AssessmentFilter;
import dev.ward.assessment.AssessmentLine;
import dev.ward.assessment.AssessmentState;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.Screening;
import dev.ward.assessment.ScreeningState;
import dev.ward.assessment.Screenings;
import dev.ward.assessment.SignedPart;
import dev.ward.assessment.Standing;
import dev.ward.identity.AccountId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.signature.Discipline;
import dev.ward.signature.Signatories;
import dev.ward.web.WorkSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What waits for the signature of a person, and decisions for which a new fact asks anew.
@Component
class AssessmentWork implements WorkSource {

    /// So many open assessments are looked at, the newest first: whether one can be signed is worked out.
    private static final int LOOKED_AT = 25;

    private final Assessments assessments;
    private final Screenings screenings;
    private final Signatories signatories;
    private final CurrentActor actor;
    private final Visibility visibility;

    AssessmentWork(
            Assessments assessments,
            Screenings screenings,
            Signatories signatories,
            CurrentActor actor,
            Visibility visibility) {
        this.assessments = assessments;
        this.screenings = screenings;
        this.signatories = signatories;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Override
    public List<Item> items() {
        AccountId me = actor.caller().account();
        if (me == null) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        boolean security = maySign(Discipline.SECURITY);
        boolean clinical = maySign(Discipline.CLINICAL_SAFETY);
        if (security || clinical) {
            list(AssessmentState.OPEN, LOOKED_AT).forEach(line -> sign(line, me.value(), security, clinical, items));
            screenings
                    .list(visibility.reader(), null, LOOKED_AT)
                    .items()
                    .forEach(one -> screened(one, security, clinical, items));
        }
        if (actor.may(Permission.ASSESSMENT_WRITE)) {
            list(AssessmentState.OUTDATED, MOST)
                    .forEach(line -> items.add(new Item(
                            "Decide anew",
                            line.vulnerability() + " in " + line.productName(),
                            "/assessments/" + line.id(),
                            line.changed(),
                            line.reassessBy())));
        }
        return items;
    }

    private boolean maySign(Discipline discipline) {
        return actor.may(discipline.permission())
                && !signatories.unqualified(actor.caller()).containsKey(discipline);
    }

    private List<AssessmentLine> list(AssessmentState state, int most) {
        return assessments
                .list(visibility.reader(), new AssessmentFilter(state, null, null, null), null, most)
                .items();
    }

    private void sign(AssessmentLine line, UUID me, boolean security, boolean clinical, List<Item> items) {
        Standing standing = assessments.standing(visibility.reader(), line.id());
        if (actor.may(Permission.ASSESSMENT_WRITE)) {
            answer(line, standing, SignedPart.EXPLOITABILITY, security, items);
            answer(line, standing, SignedPart.HARM, clinical, items);
        }
        for (SignedPart part : SignedPart.values()) {
            if ((part.discipline() == Discipline.SECURITY ? security : clinical)
                    && standing.isSignable(part)
                    && !standing.signedOther(part.discipline(), me)) {
                items.add(new Item(
                        "Sign: " + part.title(),
                        line.vulnerability() + " in " + line.productName(),
                        "/assessments/" + line.id() + "#signatures",
                        line.changed(),
                        null));
            }
        }
    }

    private static void answer(
            AssessmentLine line, Standing standing, SignedPart part, boolean mine, List<Item> items) {
        if (mine && !standing.open(part).isEmpty()) {
            items.add(new Item(
                    "Answer: " + part.title(),
                    line.vulnerability() + " in " + line.productName(),
                    "/assessments/" + line.id() + (part == SignedPart.HARM ? "#harm" : "#exploitability"),
                    line.changed(),
                    null));
        }
    }

    private static void screened(Screening one, boolean security, boolean clinical, List<Item> items) {
        String path = "/screenings/" + one.id();
        if (one.state() == ScreeningState.PREPARED && security) {
            items.add(new Item("Sign a disposition in bulk", one.name(), path, one.prepared(), null));
        }
        if (one.state() == ScreeningState.SIGNED && one.sampleRead() == null && clinical) {
            items.add(new Item("Read a sample", one.name(), path + "#sample", one.signed(), null));
        }
    }
}
