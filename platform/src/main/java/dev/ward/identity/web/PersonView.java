package dev.ward.identity.web;

import dev.ward.identity.Account;
import dev.ward.identity.AccountId;
import dev.ward.identity.Competence;
import dev.ward.identity.Days;
import dev.ward.identity.DeputyDraft;
import dev.ward.identity.DeputyHints;
import dev.ward.identity.Deputyship;
import dev.ward.identity.QualificationDraft;
import dev.ward.web.Form;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the forms of a person's page hold. Public because templates are compiled in another package.
public final class PersonView {

    /// The field that says which of the page's forms was sent.
    static final String SENT = "sent";

    private PersonView() {}

    static QualificationDraft qualification(Map<String, String> form) {
        return new QualificationDraft(
                Worded.required("competence", form.get("competence"), Competence.values()),
                form.get("basis"),
                Days.typed("from", form.get("from")),
                Days.typed("until", form.get("until")));
    }

    static DeputyDraft deputy(Map<String, String> form) {
        return new DeputyDraft(
                id("deputy", form.get("deputy")),
                Days.typed("firstDay", form.get("firstDay")),
                Days.typed("lastDay", form.get("lastDay")),
                form.get("reason"));
    }

    /// What is told of a deputy who was just named.
    static String named(DeputyHints hints, Deputyship deputyship) {
        List<String> words = new ArrayList<>(List.of("The deputy is named."));
        words.addAll(hints.of(deputyship));
        return String.join(" ", words);
    }

    private static @Nullable UUID id(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw TypedText.refused(field, "\"%s\" is nobody.".formatted(text), "is nobody");
        }
    }

    /// @param sent  which form it was
    static Form refused(String sent, Map<String, String> form, ProblemException problem) {
        Map<String, String> values = new HashMap<>(form);
        values.remove("_csrf");
        values.put(SENT, sent);
        boolean ofFields = values.keySet().containsAll(problem.errors().keySet())
                && !problem.errors().isEmpty();
        return new Form(values, problem.errors(), ofFields ? null : problem.detail(), 0);
    }

    /// What a form shows: what came back when it is the one that was sent, nothing otherwise.
    public static Form of(Form form, String part) {
        return form.value(SENT).equals(part) ? form : Form.empty();
    }

    /// The people who can be somebody's deputy, with their roles.
    ///
    /// @param qualified  for what of that which the absent person signs
    public static SequencedMap<String, String> choices(
            List<Account> people, Account absent, Map<AccountId, Set<Competence>> qualified) {
        SequencedMap<String, String> choices = new LinkedHashMap<>();
        people.stream()
                .filter(one -> one.enabled() && !one.id().equals(absent.id()))
                .forEach(one -> {
                    Set<Competence> known = qualified.getOrDefault(one.id(), Set.of());
                    String marked = known.isEmpty() ? "" : " – qualified: " + DeputyHints.words(known);
                    choices.put(one.id().toString(), "%s, %s%s".formatted(one.name(), one.roleTitle(), marked));
                });
        return choices;
    }

    public static SequencedMap<String, String> competences() {
        SequencedMap<String, String> choices = new LinkedHashMap<>();
        for (Competence competence : Competence.values()) {
            choices.put(competence.word(), competence.title());
        }
        return choices;
    }
}
