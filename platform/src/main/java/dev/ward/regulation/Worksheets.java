package dev.ward.regulation;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.regulation.Worksheet.Answer;
import dev.ward.regulation.Worksheet.Line;
import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes what is answered of the questions of each authority, and the signature under the whole.
/// Another answer voids it.
@Service
@Transactional
public class Worksheets {

    static final String RECORD = "worksheet";

    private final WorksheetRepository repository;
    private final WorksheetQuestions questions;
    private final FactEntries entries;
    private final Signatures signatures;
    private final Mandate mandate;

    Worksheets(
            WorksheetRepository repository,
            WorksheetQuestions questions,
            FactEntries entries,
            Signatures signatures,
            Mandate mandate) {
        this.repository = repository;
        this.questions = questions;
        this.entries = entries;
        this.signatures = signatures;
        this.mandate = mandate;
    }

    @Transactional(readOnly = true)
    public Worksheet of(Reader reader, CaseNumber number) {
        return of(entries.get(reader, number));
    }

    /// That of a case of which somebody was shown what is due.
    @Transactional(readOnly = true)
    public Worksheet of(CaseDue seen) {
        return of(seen.subject(), seen.dossier());
    }

    /// What holds of the answers, by case and question. It asks nobody who reads.
    @Transactional(readOnly = true)
    public Map<UUID, Map<String, String>> holding(Collection<UUID> cases) {
        return repository.holding(cases);
    }

    public void answer(
            Actor actor,
            Reader reader,
            CaseNumber number,
            @Nullable String question,
            @Nullable String answer,
            @Nullable String reason) {
        VulnerabilityCase one = entries.get(reader, number);
        repository.hold(one.id());
        Worksheet before = of(one);
        String asked = TypedText.required("question", question, FactEntries.LONGEST);
        if (before.lines().stream().noneMatch(line -> line.question().id().equals(asked))) {
            throw ProblemException.of(Problem.NOT_FOUND, "The worksheet does not ask \"%s\".".formatted(asked));
        }
        String said = TypedText.required("answer", answer, FactEntries.LONGEST);
        if (!Worksheet.ANSWERS.contains(said)) {
            throw TypedText.refused("answer", "Answer yes, no or undetermined.", "is not yes, no or undetermined");
        }
        Answer given = new Answer(
                before.version() + 1, asked, said, FactEntries.text("reason", reason), entries.now(), actor.name());
        repository.insert(one.id(), given, actor);
        signatures.voidStanding(
                actor,
                RECORD,
                one.id(),
                before.version(),
                List.of(RECORD),
                "\"%s\" was answered anew.".formatted(asked));
        entries.done(
                actor,
                one,
                FactEntries.act("case.worksheet-answered", one)
                        .after("version", String.valueOf(given.version()))
                        .after("question", asked)
                        .after("answer", said)
                        .why(given.reason())
                        .personal(Act.WHY));
    }

    /// Signs the whole worksheet as it was shown.
    ///
    /// @param version  that was shown
    public void sign(Signer signer, Reader reader, CaseNumber number, int version) {
        Actor actor = signer.person().actor();
        mandate.confirm(actor, Permission.REGULATION_SIGN);
        VulnerabilityCase one = entries.get(reader, number);
        repository.hold(one.id());
        Worksheet sheet = of(one);
        if (sheet.version() != version) {
            throw ProblemException.of(
                    Problem.CONFLICT, "Something was answered since you looked. Read it again. Nothing was signed.");
        }
        if (!sheet.complete()) {
            throw ProblemException.of(Problem.CONFLICT, "Not every question is answered. Nothing was signed.");
        }
        if (sheet.signed()) {
            throw ProblemException.of(Problem.CONFLICT, "It is signed already.");
        }
        Map<String, String> content = new TreeMap<>(Map.of("case", number.text()));
        for (Line line : sheet.lines()) {
            Answer last = line.answer();
            if (last != null) {
                content.put(
                        line.question().id(),
                        String.join("\n", line.question().text(), last.answer(), last.reason(), line.means()));
            }
        }
        signatures.sign(
                signer,
                new Signable(
                        RECORD,
                        one.id(),
                        version,
                        RECORD,
                        CanonicalRecord.of(content),
                        "What has to be reported of case %s was answered.".formatted(number.text())),
                Meaning.APPROVAL);
        entries.done(
                actor, one, FactEntries.act("case.worksheet-signed", one).after("version", String.valueOf(version)));
    }

    private Worksheet of(VulnerabilityCase one) {
        return of(one, entries.dossier(one));
    }

    private Worksheet of(VulnerabilityCase one, Dossier dossier) {
        List<Answer> answers = repository.answers(one.id());
        List<Line> lines = questions.all().stream()
                .filter(question -> question.concerns(dossier))
                .map(question -> new Line(
                        question,
                        answers.stream()
                                .filter(answer -> answer.question().equals(question.id()))
                                .toList()))
                .toList();
        int version = answers.isEmpty() ? 0 : answers.getLast().version();
        return new Worksheet(version, lines, version == 0 ? List.of() : signatures.list(RECORD, one.id(), version));
    }
}
