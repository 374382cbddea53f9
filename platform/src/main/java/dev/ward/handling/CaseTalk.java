package dev.ward.handling;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.document.Arrival;
import dev.ward.document.Documents;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.web.FileNames;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is to be done in a case, what people say there, and the files that they put to it.
@Service
@Transactional
public class CaseTalk {

    private static final int LONGEST = 200;
    private static final int LONGEST_TEXT = 10_000;

    private final Cases cases;
    private final TalkRepository talk;
    private final CaseTeams teams;
    private final Products products;
    private final Documents documents;
    private final CaseLog log;

    CaseTalk(Cases cases, TalkRepository talk, CaseTeams teams, Products products, Documents documents, CaseLog log) {
        this.cases = cases;
        this.talk = talk;
        this.teams = teams;
        this.products = products;
        this.documents = documents;
        this.log = log;
    }

    /// @param assignee  takes part in the case from now on
    public UUID addTask(
            Actor actor,
            Reader reader,
            CaseNumber number,
            @Nullable String title,
            @Nullable AccountId assignee,
            @Nullable LocalDate due) {
        String words = TypedText.required("task", title, LONGEST);
        TypedText.checkDate("due", due);
        VulnerabilityCase one = log.holdOpen(reader, number);
        if (assignee != null) {
            teams.add(actor, reader, number, assignee);
        }
        UUID id = Uuids.next();
        talk.addTask(one.id(), id, words, assignee, due, log.now());
        log.done(actor, one, "Task added", "case.task-added", words, null);
        return id;
    }

    public void finishTask(Actor actor, Reader reader, CaseNumber number, UUID task, boolean done) {
        VulnerabilityCase one = log.holdOpen(reader, number);
        String title = talk.done(one.id(), task, done ? log.now() : null)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "The case has no task \"%s\".".formatted(task)));
        log.done(
                actor,
                one,
                done ? "Task done" : "Task to be done again",
                done ? "case.task-done" : "case.task-reopened",
                title,
                null);
    }

    @Transactional(readOnly = true)
    public List<Task> tasks(Reader reader, CaseNumber number) {
        return talk.tasks(cases.get(reader, number));
    }

    /// What somebody has to do in open cases that the reader sees, the most urgent first.
    @Transactional(readOnly = true)
    public List<Task> tasksOf(Reader reader, AccountId assignee, int most) {
        return talk.tasksOf(reader, assignee, most);
    }

    /// @param product  in whose thread; null for that of the whole case
    public void say(Actor actor, Reader reader, CaseNumber number, @Nullable ProductId product, @Nullable String text) {
        String words = TypedText.lines("comment", text, LONGEST_TEXT);
        if (words == null) {
            throw TypedText.refused("comment", "The comment is missing.", "is missing");
        }
        VulnerabilityCase one = log.hold(reader, number);
        if (product != null) {
            products.get(reader, product);
        }
        talk.say(one.id(), Uuids.next(), product, actor, words, log.now());
        log.done(actor, one, "Comment", "case.commented", words, null);
    }

    @Transactional(readOnly = true)
    public List<Comment> comments(Reader reader, CaseNumber number) {
        return talk.comments(reader, cases.get(reader, number));
    }

    /// Says that the reader has read all comments so far.
    public void markRead(Reader reader, CaseNumber number) {
        talk.markRead(cases.get(reader, number).id(), reader.id(), log.now());
    }

    /// Keeps a file that has arrived; its caller closes the arrival.
    public CaseFile addFile(Actor actor, Reader reader, CaseNumber number, Arrival arrival, String name) {
        VulnerabilityCase one = log.hold(reader, number);
        arrival.keep();
        CaseFile file = new CaseFile(
                Uuids.next(),
                FileNames.of(name, "file"),
                arrival.document().sha256(),
                arrival.document().size(),
                log.now(),
                actor.name());
        talk.addFile(one.id(), file);
        log.done(actor, one, "File added", "case.file-added", file.name() + " " + file.sha256(), null);
        return file;
    }

    @Transactional(readOnly = true)
    public List<CaseFile> files(Reader reader, CaseNumber number) {
        return talk.files(cases.get(reader, number));
    }

    /// @throws ProblemException  when the case has no such file
    @Transactional(readOnly = true)
    public CaseFile file(Reader reader, CaseNumber number, UUID id) {
        return files(reader, number).stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "The case has no file \"%s\".".formatted(id)));
    }

    /// The bytes of a file that the reader was shown.
    public InputStream open(CaseFile seen) {
        return documents.open(seen.sha256());
    }
}
