package dev.ward.home.demo;

import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.CaseTalk;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.Disposition;
import dev.ward.handling.EmbargoDraft;
import dev.ward.handling.Origin;
import dev.ward.handling.Phase;
import dev.ward.handling.SignalActs;
import dev.ward.handling.SignalDraft;
import dev.ward.handling.SignalId;
import dev.ward.handling.Signals;
import dev.ward.handling.Tlp;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import dev.ward.web.Worded;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was told to the manufacturer, and the cases that came of it: one in every phase, and one under
/// embargo.
@Component
class DemoHandling {

    private static final String SECURITY = "product-security";

    private final DemoFile file;
    private final Signals signals;
    private final SignalActs acts;
    private final Cases cases;
    private final CaseScopes scopes;
    private final CaseTeams teams;
    private final CaseTalk talk;
    private final Clock clock;

    DemoHandling(
            DemoFile file,
            Signals signals,
            SignalActs acts,
            Cases cases,
            CaseScopes scopes,
            CaseTeams teams,
            CaseTalk talk,
            Clock clock) {
        this.file = file;
        this.signals = signals;
        this.acts = acts;
        this.cases = cases;
        this.scopes = scopes;
        this.teams = teams;
        this.talk = talk;
        this.clock = clock;
    }

    record Story(List<ToldCase> cases, List<Told> signals) {}

    /// @param key     how others of the story call it
    /// @param by      the role of who enters it
    /// @param like    the key of the signal that it repeats
    /// @param because why it is triaged or dispositioned; null when it still waits
    record Told(
            @Nullable String key,
            String by,
            String origin,
            String tlp,
            int hoursAgo,
            String title,
            @Nullable String text,
            @Nullable String reporter,
            @Nullable String contact,
            List<String> vulnerabilities,
            List<String> products,
            @Nullable String acknowledged,
            @Nullable String triaged,
            @Nullable String disposition,
            @Nullable String like,
            @Nullable String because) {}

    record ToldTask(String title, @Nullable String who, int inDays) {}

    record ToldComment(String who, @Nullable String product, String text) {}

    record ToldCase(
            String title,
            @Nullable String description,
            List<String> vulnerabilities,
            boolean own,
            String phase,
            List<String> participants,
            List<ToldTask> tasks,
            List<ToldComment> comments,
            List<Told> signals,
            @Nullable String closed,
            int embargoDays) {}

    void tell(DemoPeople people, DemoNames names) throws IOException {
        Story story = file.read("handling.json", Story.class);
        Map<String, SignalId> known = new HashMap<>();
        for (ToldCase one : story.cases()) {
            tell(people, names, one, known);
        }
        for (Told one : story.signals()) {
            tell(people, one, known);
        }
    }

    private void tell(DemoPeople people, DemoNames names, ToldCase told, Map<String, SignalId> known) {
        Actor actor = people.actor(SECURITY);
        Reader reader = people.reader(SECURITY);
        CaseNumber number = cases.open(actor, new CaseDraft(told.title(), told.description()))
                .number();
        told.vulnerabilities().forEach(name -> scopes.add(actor, reader, number, name));
        if (told.own()) {
            scopes.addOwn(actor, reader, number);
        }
        for (Told signal : told.signals()) {
            acts.join(actor, reader, tell(people, signal, known), number, null);
        }
        told.participants().forEach(role -> teams.add(actor, reader, number, account(people, role)));
        for (ToldTask task : told.tasks()) {
            AccountId who = task.who() == null ? null : account(people, task.who());
            talk.addTask(
                    actor,
                    reader,
                    number,
                    task.title(),
                    who,
                    LocalDate.now(clock).plusDays(task.inDays()));
        }
        for (ToldComment comment : told.comments()) {
            talk.say(
                    people.actor(comment.who()),
                    people.reader(comment.who()),
                    number,
                    comment.product() == null ? null : names.product(comment.product()),
                    comment.text());
        }
        Phase phase = Worded.get(Phase.values(), told.phase());
        for (Phase next : Phase.values()) {
            if (next != Phase.RECEIPT && next.compareTo(phase) <= 0) {
                cases.enter(actor, reader, number, next, null);
            }
        }
        if (told.embargoDays() > 0) {
            String until = LocalDate.now(clock)
                    .plusDays(told.embargoDays())
                    .atTime(LocalTime.of(18, 0))
                    .toString();
            teams.embargo(
                    actor,
                    reader,
                    number,
                    new EmbargoDraft(
                            until,
                            "Europe/Berlin",
                            "We publish what we have within a day, and tell the reporter first."));
        }
        if (told.closed() != null) {
            cases.close(actor, reader, number, told.closed());
        }
    }

    private SignalId tell(DemoPeople people, Told told, Map<String, SignalId> known) {
        Actor actor = people.actor(told.by());
        Reader reader = people.reader(told.by());
        SignalId id = signals.enter(
                        actor,
                        new SignalDraft(
                                Worded.get(Origin.values(), told.origin()),
                                clock.instant().minus(Duration.ofHours(told.hoursAgo())),
                                null,
                                Worded.get(Tlp.values(), told.tlp()),
                                told.title(),
                                told.text(),
                                told.reporter(),
                                told.contact(),
                                null,
                                told.products(),
                                told.vulnerabilities()))
                .id();
        if (told.key() != null) {
            known.put(told.key(), id);
        }
        if (told.acknowledged() != null) {
            acts.acknowledge(actor, reader, id, told.acknowledged());
        }
        if (told.triaged() != null) {
            acts.triage(actor, reader, id, told.triaged());
        }
        if (told.disposition() != null) {
            SignalId first = told.like() == null ? null : Objects.requireNonNull(known.get(told.like()), told.like());
            Disposition disposition = Worded.get(Disposition.values(), told.disposition());
            acts.disposition(people.actor(SECURITY), people.reader(SECURITY), id, disposition, first, told.because());
        }
        return id;
    }

    private static AccountId account(DemoPeople people, String role) {
        return new AccountId(UUID.fromString(people.actor(role).id()));
    }
}
