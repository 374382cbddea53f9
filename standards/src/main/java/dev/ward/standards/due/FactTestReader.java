package dev.ward.standards.due;

import dev.ward.standards.due.ClockRule.EvidenceName;
import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.Determination;
import dev.ward.standards.due.DueFacts.ProductKind;
import dev.ward.standards.input.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the questions of a set of rules.
///
/// ```
/// market US                             kind device                      class III
/// determination uncontrolled            initiated customer-communication exploited
/// event death serious-injury if associated suspected                     aware GDPR
/// done reported:FDA|FDA-MDR since FDA   outcome FDA-FINAL-2016 discretion discretion-open
/// no-event death serious-injury         evidence fix-available by FDA-FIX-60
/// evidence reported:EU-MDR by EU-SI-15 EU-DEATH-10
/// member-at customer-communication
/// evidence isao-submission with customer-communication since FDA-CUST-30
/// ```
final class FactTestReader {

    private final Vocabulary vocabulary;

    FactTestReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// @throws IllegalArgumentException  when it is no question
    FactTest read(String text) {
        List<String> words = List.of(text.strip().split(" +"));
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "initiated" -> new FactTest.Initiated(evidence(rest));
            case "exploited" -> exploited(text, rest);
            case "market" -> new FactTest.Market(some(text, rest));
            case "class" -> new FactTest.DeviceClass(some(text, rest));
            case "kind" -> new FactTest.Kind(DueFacts.value(ProductKind.class, one(text, rest)));
            case "determination" -> new FactTest.Determined(DueFacts.value(Determination.class, one(text, rest)));
            case "aware" -> new FactTest.Aware(vocabulary.check(Vocabulary.REGIME, one(text, rest)));
            case "done" -> done(text, rest);
            case "event" -> event(text, rest);
            case "outcome" ->
                new FactTest.OutcomeOf(some(text, rest).getFirst(), some(text, rest.subList(1, rest.size())));
            case "no-event" -> new EvidenceTest.NoEvent(kinds(some(text, rest)));
            case "member-at" -> new EvidenceTest.MemberAt(evidence(some(text, rest)));
            case "evidence" -> proof(text, rest);
            default -> throw new IllegalArgumentException("not a question of a set of rules: " + Quoted.of(text));
        };
    }

    private static FactTest exploited(String text, List<String> words) {
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("%s has a word too many".formatted(Quoted.of(text)));
        }
        return new FactTest.Exploited();
    }

    private FactTest done(String text, List<String> words) {
        int since = words.indexOf("since");
        return since < 0
                ? new FactTest.Done(evidence(some(text, words)), "")
                : new FactTest.Done(
                        evidence(some(text, words.subList(0, since))),
                        vocabulary.check(Vocabulary.REGIME, one(text, words.subList(since + 1, words.size()))));
    }

    private FactTest event(String text, List<String> words) {
        int at = words.indexOf("if");
        if (at < 0) {
            throw new IllegalArgumentException("%s does not say with which association".formatted(Quoted.of(text)));
        }
        Set<Association> counted = new HashSet<>();
        for (String word : some(text, words.subList(at + 1, words.size()))) {
            counted.add(DueFacts.value(Association.class, word));
        }
        return new FactTest.Event(kinds(some(text, words.subList(0, at))), counted);
    }

    private FactTest proof(String text, List<String> words) {
        int by = words.indexOf("by");
        if (by > 0) {
            return new EvidenceTest.By(evidence(words.subList(0, by)), some(text, words.subList(by + 1, words.size())));
        }
        if (words.indexOf("with") == 1 && words.indexOf("since") == 3) {
            return new EvidenceTest.With(
                    evidence(words.subList(0, 1)).getFirst(),
                    evidence(words.subList(2, 3)).getFirst(),
                    one(text, words.subList(4, words.size())));
        }
        throw new IllegalArgumentException("%s does not say by or with what, or since what".formatted(Quoted.of(text)));
    }

    private List<String> kinds(List<String> words) {
        words.forEach(word -> vocabulary.check(Vocabulary.EVENT, word));
        return words;
    }

    List<EvidenceName> evidence(List<String> words) {
        List<EvidenceName> names = new ArrayList<>();
        for (String word : words) {
            EvidenceName name = EvidenceName.parse(word);
            vocabulary.check(Vocabulary.EVIDENCE, name.type());
            names.add(name);
        }
        return names;
    }

    private static List<String> some(String text, List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("%s lacks a word".formatted(Quoted.of(text)));
        }
        return words;
    }

    private static String one(String text, List<String> words) {
        if (words.size() != 1) {
            throw new IllegalArgumentException("%s has not one word after the first".formatted(Quoted.of(text)));
        }
        return words.getFirst();
    }
}
