package dev.ward.home.demo;

import dev.ward.audit.Actor;
import dev.ward.handling.CaseFilter;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.identity.Reader;
import dev.ward.regulation.AdverseEvents;
import dev.ward.regulation.Awarenesses;
import dev.ward.regulation.CaseFacts;
import dev.ward.regulation.EventDraft;
import dev.ward.regulation.EvidenceDraft;
import dev.ward.regulation.FactWords;
import dev.ward.regulation.Isaos;
import dev.ward.signature.Signing;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Enters the facts from which it follows what is due: a routine update, a discretion whose conditions
/// are met, a report after a lapsed membership, a death, and a breach of privacy alone.
@Component
class DemoObligations {

    private final DemoFile file;
    private final Cases cases;
    private final Awarenesses awareness;
    private final CaseFacts facts;
    private final AdverseEvents events;
    private final Isaos isaos;
    private final Signing signing;
    private final Clock clock;

    DemoObligations(
            DemoFile file,
            Cases cases,
            Awarenesses awareness,
            CaseFacts facts,
            AdverseEvents events,
            Isaos isaos,
            Signing signing,
            Clock clock) {
        this.file = file;
        this.cases = cases;
        this.awareness = awareness;
        this.facts = facts;
        this.events = events;
        this.isaos = isaos;
        this.signing = signing;
        this.clock = clock;
    }

    private enum Kind {
        AWARENESS,
        EVIDENCE,
        REPORTED,
        INITIATED,
        EXPLOITED,
        /// A patient died, and clinical safety says that the vulnerability contributed to it.
        DEATH
    }

    /// @param by    the role of who enters it
    /// @param what  a regime, a type of evidence, or a state, as `act` says
    private record Entry(Kind act, String by, String what, int daysAgo, String words) {}

    /// @param untilDaysAgo  null while it goes on
    private record Period(
            String isao,
            String criterion,
            int fromDaysAgo,
            @Nullable Integer untilDaysAgo,
            String evidence) {}

    private record Story(String vulnerability, String zone, List<Entry> acts) {}

    void tell(DemoPeople people) throws IOException {
        for (Period one : file.read("isaos.json", Period[].class)) {
            isaos.enter(
                    people.actor("psirt-lead"),
                    new Isaos.PeriodDraft(
                            one.isao(),
                            one.criterion(),
                            day(one.fromDaysAgo()),
                            one.untilDaysAgo() == null ? "" : day(one.untilDaysAgo()),
                            one.evidence()));
        }
        for (Story story : file.all("obligations", Story.class)) {
            String lead = "regulatory-head";
            CaseFilter filter = new CaseFilter(false, null, null, story.vulnerability());
            CaseNumber number = cases.list(people.reader(lead), filter, null, 1)
                    .items()
                    .getFirst()
                    .number();
            facts.frame(people.actor(lead), people.reader(lead), number, story.zone(), null);
            story.acts().forEach(entry -> enter(people, number, entry));
        }
    }

    private void enter(DemoPeople people, CaseNumber number, Entry entry) {
        Actor actor = people.actor(entry.by());
        Reader reader = people.reader(entry.by());
        String day = day(entry.daysAgo());
        switch (entry.act()) {
            case AWARENESS ->
                awareness.declare(
                        people.signer(entry.by(), signing), reader, number, entry.what(), day, entry.words(), null);
            case EVIDENCE ->
                facts.enter(actor, reader, number, new EvidenceDraft(entry.what(), null, day, entry.words(), null));
            case REPORTED ->
                facts.enter(
                        actor, reader, number, new EvidenceDraft("reported", entry.what(), day, entry.words(), null));
            case INITIATED ->
                facts.initiate(
                        people.signer(entry.by(), signing),
                        reader,
                        number,
                        new EvidenceDraft(null, null, day, entry.words(), null));
            case EXPLOITED ->
                facts.exploited(
                        actor, reader, number, FactWords.exploitation("state", entry.what()), day, entry.words());
            case DEATH -> {
                UUID event = events.enter(
                                actor, reader, number, new EventDraft(entry.what(), day, day, entry.words(), ""))
                        .event()
                        .id();
                events.judge(people.signer(entry.by(), signing), reader, number, event, "associated", entry.words());
            }
        }
    }

    private String day(int daysAgo) {
        return LocalDate.now(clock).minusDays(daysAgo).toString();
    }
}
