package dev.ward.home.demo;

import dev.ward.correction.AnswerDraft;
import dev.ward.correction.Change;
import dev.ward.correction.ChangeDraft;
import dev.ward.correction.ChangedRelease;
import dev.ward.correction.Changes;
import dev.ward.handling.CaseFilter;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.identity.Reader;
import dev.ward.signature.Signing;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Enters changes of fielded devices, and has each signed as the routine update that it is.
@Component
class DemoChanges {

    private final DemoFile file;
    private final Cases cases;
    private final Changes changes;
    private final Signing signing;
    private final Clock clock;

    DemoChanges(DemoFile file, Cases cases, Changes changes, Signing signing, Clock clock) {
        this.file = file;
        this.cases = cases;
        this.changes = changes;
        this.signing = signing;
        this.clock = clock;
    }

    /// @param by      the role of who enters it
    /// @param signer  the role of who signs what it is
    private record Story(
            String vulnerability,
            String by,
            String product,
            String version,
            String kind,
            String what,
            String compared,
            int daysAgo,
            String signer,
            String correctionReason,
            String seriousHarmReason,
            String premarketReason,
            String justification) {}

    void tell(DemoPeople people) throws IOException {
        for (Story story : file.read("changes.json", Story[].class)) {
            Reader reader = people.reader(story.by());
            CaseNumber number = cases.list(reader, new CaseFilter(false, null, null, story.vulnerability()), null, 1)
                    .items()
                    .getFirst()
                    .number();
            Change change = changes.enter(
                    people.actor(story.by()),
                    reader,
                    number,
                    new ChangeDraft(
                            story.kind(),
                            story.what(),
                            story.compared(),
                            "made",
                            LocalDate.now(clock).minusDays(story.daysAgo()).toString(),
                            changes.releases(reader, number).stream()
                                    .filter(one -> one.name().startsWith(story.product())
                                            && one.name().endsWith(" " + story.version()))
                                    .map(ChangedRelease::release)
                                    .toList()));
            Reader signs = people.reader(story.signer());
            changes.sign(
                    people.signer(story.signer(), signing),
                    signs,
                    number,
                    change.id(),
                    new AnswerDraft(
                            "routine",
                            "yes",
                            story.correctionReason(),
                            "quality-improvement",
                            "no",
                            story.seriousHarmReason(),
                            "no",
                            story.premarketReason(),
                            null,
                            story.justification(),
                            changes.basis(signs, number).digest()));
        }
    }
}
