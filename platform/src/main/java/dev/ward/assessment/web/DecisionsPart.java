package dev.ward.assessment.web;

import dev.ward.assessment.AssessmentFilter;
import dev.ward.assessment.AssessmentLine;
import dev.ward.assessment.AssessmentState;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.PrivacyHarm;
import dev.ward.assessment.UpdateDue;
import dev.ward.assessment.UpdatesDue;
import dev.ward.assessment.Verdict;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.HomePart;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Assessments that wait for answers, signatures or another decision, on the first page.
@Component
class DecisionsPart implements HomePart {

    private static final int SHOWN = 5;

    private final Assessments assessments;
    private final UpdatesDue updatesDue;
    private final Visibility visibility;

    DecisionsPart(Assessments assessments, UpdatesDue updatesDue, Visibility visibility) {
        this.updatesDue = updatesDue;
        this.assessments = assessments;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Decisions";
    }

    @Override
    public String view() {
        return "assessment/home-part";
    }

    @Override
    public @Nullable Map<String, Object> model() {
        List<AssessmentLine> outdated = newest(AssessmentState.OUTDATED);
        List<AssessmentLine> open = newest(AssessmentState.OPEN);
        List<AssessmentLine> uncontrolled = assessments
                .list(visibility.reader(), new AssessmentFilter(null, Verdict.UNCONTROLLED, null, null), null, SHOWN)
                .items();
        List<AssessmentLine> privacy = assessments
                .list(
                        visibility.reader(),
                        new AssessmentFilter(null, null, null, null, PrivacyHarm.MANY, null),
                        null,
                        SHOWN)
                .items();
        List<UpdateDue> updates =
                updatesDue.list(visibility.reader(), null, false, null, SHOWN).items();
        return Stream.of(outdated, open, uncontrolled, privacy, updates).allMatch(List::isEmpty)
                ? null
                : Map.of(
                        "uncontrolled", uncontrolled,
                        "outdated", outdated,
                        "open", open,
                        "privacy", privacy,
                        "updates", updates);
    }

    private List<AssessmentLine> newest(AssessmentState state) {
        return assessments
                .list(visibility.reader(), new AssessmentFilter(state, null, null, null), null, SHOWN)
                .items();
    }

    @Override
    public String permission() {
        return Permission.FINDING_READ.name();
    }

    @Override
    public int order() {
        return 5;
    }
}
