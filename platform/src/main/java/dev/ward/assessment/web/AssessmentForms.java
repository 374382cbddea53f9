package dev.ward.assessment.web;

import dev.ward.assessment.Assessment;
import dev.ward.assessment.DeterminationPart;
import dev.ward.assessment.Exploitability;
import dev.ward.assessment.ExploitabilityPart;
import dev.ward.assessment.Exploitation;
import dev.ward.assessment.HarmPart;
import dev.ward.assessment.Justification;
import dev.ward.assessment.Known;
import dev.ward.assessment.MitigationPart;
import dev.ward.assessment.Presence;
import dev.ward.assessment.PresenceAnswer;
import dev.ward.assessment.PrivacyHarm;
import dev.ward.assessment.Threats;
import dev.ward.assessment.Verdict;
import dev.ward.performance.HarmSeverity;
import dev.ward.standards.cvss.CvssVector;
import dev.ward.standards.decision.DecisionPoint;
import dev.ward.standards.rubric.MedicalDeviceRubric;
import dev.ward.standards.rubric.RubricAnswer;
import dev.ward.standards.rubric.RubricQuestion;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Between the forms of an assessment and its answers.
final class AssessmentForms {

    private static final int LONGEST = 4_000;
    static final int LONGEST_LINE = 300;
    private static final int MOST_CONTROLS = 20;

    private AssessmentForms() {}

    /// @param leansOn  the keys of the evidence on which an absence rests
    static PresenceAnswer presence(Map<String, String> form, Collection<String> leansOn) {
        return new PresenceAnswer(
                Worded.required("presence", form.get("presence"), Presence.values()),
                Worded.typed("justification", form.get("justification"), Justification.values()),
                form.getOrDefault("evidence", ""),
                date("recheckOn", form.get("recheckOn")),
                Set.copyOf(leansOn));
    }

    static ExploitabilityPart exploitability(Map<String, String> form) {
        Map<String, RubricAnswer> answers = new HashMap<>();
        for (RubricQuestion question : MedicalDeviceRubric.questions()) {
            String field = "q-" + question.id();
            String typed = form.getOrDefault(field, "");
            if (!typed.isEmpty()) {
                answers.put(question.id(), answer(field, question, typed));
            }
        }
        Map<String, String> ssvc = new HashMap<>();
        for (DecisionPoint point : SsvcPoints.ASKED) {
            String typed = form.getOrDefault(SsvcPoints.field(point), "");
            if (!typed.isEmpty()) {
                if (point.find(typed).isEmpty()) {
                    throw TypedText.refused(
                            SsvcPoints.field(point),
                            "\"%s\" is no value of %s.".formatted(typed, point.name()),
                            "is none of its values");
                }
                ssvc.put(point.id(), typed);
            }
        }
        return new ExploitabilityPart(
                answers,
                Worded.typed("exploitation", form.get("exploitation"), Exploitation.values()),
                lines("evidence", form),
                cvss4(form.get("cvss4")),
                ssvc,
                Worded.typed("override", form.get("override"), Exploitability.values()),
                lines("reason", form));
    }

    private static RubricAnswer answer(String field, RubricQuestion question, String typed) {
        for (RubricAnswer answer : question.answers()) {
            if (answer.key().equals(typed)) {
                return answer;
            }
        }
        throw TypedText.refused(
                field, "\"%s\" is no answer to %s.".formatted(typed, question.id()), "is no answer to the question");
    }

    private static @Nullable String cvss4(@Nullable String text) {
        String vector = TypedText.optional("cvss4", text, LONGEST_LINE);
        if (vector == null) {
            return null;
        }
        boolean known = CvssVector.tryParse(vector)
                .map(parsed -> parsed.vector().startsWith("CVSS:4.0/"))
                .orElse(false);
        if (!known) {
            throw TypedText.refused(
                    "cvss4", "\"%s\" is no vector of CVSS 4.0.".formatted(vector), "is no vector of CVSS 4.0");
        }
        return vector;
    }

    static HarmPart harm(Map<String, String> form, List<Threats.Threatened> functions) {
        List<HarmPart.Compromised> compromised = new ArrayList<>();
        for (Threats.Threatened function : functions) {
            String id = function.function().toString();
            if (form.containsKey("f-" + id)) {
                compromised.add(new HarmPart.Compromised(
                        function.function(),
                        function.name(),
                        function.model(),
                        function.version(),
                        function.worst(),
                        severity("s-" + id, form.get("s-" + id), function.worst()),
                        Objects.requireNonNullElse(
                                TypedText.optional("e-" + id, form.get("e-" + id), LONGEST_LINE), ""),
                        lines("w-" + id, form)));
            }
        }
        return new HarmPart(
                compromised,
                compromised.isEmpty() ? lines("noneReason", form) : "",
                Worded.typed("multiPatient", form.get("multiPatient"), Known.values()),
                Worded.typed("privacy", form.get("privacy"), PrivacyHarm.values()),
                lines("privacyWords", form));
    }

    private static HarmSeverity severity(String field, @Nullable String typed, HarmSeverity worst) {
        if (typed == null || typed.isEmpty()) {
            return worst;
        }
        for (HarmSeverity severity : HarmSeverity.values()) {
            if (severity.name().equals(typed)) {
                return severity;
            }
        }
        throw TypedText.refused(field, "\"%s\" is no severity of harm.".formatted(typed), "is no severity of harm");
    }

    static DeterminationPart determination(Map<String, String> form) {
        List<DeterminationPart.Control> controls = new ArrayList<>();
        for (int i = 0; i < MOST_CONTROLS; i++) {
            String name = TypedText.optional("c-" + i + "-name", form.get("c-" + i + "-name"), LONGEST_LINE);
            if (name != null) {
                controls.add(new DeterminationPart.Control(
                        name, form.containsKey("c-" + i + "-inPlace"), lines("c-" + i + "-newRisk", form)));
            }
        }
        String harm = form.getOrDefault("residualHarm", "");
        List<String> chain = lines("chain", form)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new DeterminationPart(
                controls,
                Map.of(),
                Worded.typed("residualExploitability", form.get("residualExploitability"), Exploitability.values()),
                harm.isEmpty() ? null : severity("residualHarm", harm, HarmSeverity.CATASTROPHIC),
                lines("residualReason", form),
                verdict(form.get("verdict")),
                lines("rationale", form),
                date("reassessBy", form.get("reassessBy")),
                chain,
                date("coversUntil", form.get("coversUntil")),
                chain.isEmpty() ? null : chained(form));
    }

    private static DeterminationPart.Chained chained(Map<String, String> form) {
        return new DeterminationPart.Chained(
                Worded.typed("chainExploitability", form.get("chainExploitability"), Exploitability.values()),
                lines("chainWords", form));
    }

    private static @Nullable Verdict verdict(@Nullable String typed) {
        return Worded.typed("verdict", typed, new Verdict[] {Verdict.CONTROLLED, Verdict.UNCONTROLLED});
    }

    static String lines(String field, Map<String, String> form) {
        return Objects.requireNonNullElse(TypedText.lines(field, form.get(field), LONGEST), "");
    }

    static @Nullable LocalDate date(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text.strip());
            TypedText.checkDate(field, date);
            return date;
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    field,
                    "\"%s\" is not a date such as 2026-11-30.".formatted(text),
                    "is not a date such as 2026-11-30");
        }
    }

    /// What the forms show: the answers as they are kept.
    static Map<String, String> values(Assessment assessment) {
        Map<String, String> values = new HashMap<>();
        ExploitabilityPart part = assessment.exploitability();
        part.answers().forEach((id, answer) -> values.put("q-" + id, answer.key()));
        put(values, "exploitation", word(part.exploitation()));
        put(values, "evidence", part.evidence());
        put(values, "cvss4", part.cvss4());
        SsvcPoints.ASKED.forEach(
                point -> put(values, SsvcPoints.field(point), part.ssvc().get(point.id())));
        put(values, "override", word(part.override()));
        put(values, "reason", part.reason());
        harm(values, assessment.harm());
        determination(values, assessment.determination());
        MitigationPart mitigation = assessment.mitigation();
        if (mitigation != null) {
            values.putAll(MitigationForms.values(mitigation));
        }
        return values;
    }

    private static void harm(Map<String, String> values, HarmPart harm) {
        for (HarmPart.Compromised one : harm.compromised()) {
            values.put("f-" + one.function(), "on");
            values.put("s-" + one.function(), one.severity().name());
            values.put("e-" + one.function(), one.environment());
            values.put("w-" + one.function(), one.why());
        }
        put(values, "noneReason", harm.noneReason());
        put(values, "multiPatient", word(harm.multiPatient()));
        put(values, "privacy", word(harm.privacy()));
        put(values, "privacyWords", harm.privacyWords());
    }

    private static void determination(Map<String, String> values, DeterminationPart part) {
        int number = 0;
        for (DeterminationPart.Control control : part.controls()) {
            values.put("c-" + number + "-name", control.name());
            values.put("c-" + number + "-newRisk", control.newRisk());
            if (control.inPlace()) {
                values.put("c-" + number + "-inPlace", "on");
            }
            number++;
        }
        put(values, "residualExploitability", word(part.residualExploitability()));
        put(
                values,
                "residualHarm",
                part.residualHarm() == null ? null : part.residualHarm().name());
        put(values, "residualReason", part.residualReason());
        put(values, "verdict", word(part.verdict()));
        put(values, "rationale", part.rationale());
        put(
                values,
                "reassessBy",
                part.reassessBy() == null ? null : part.reassessBy().toString());
        put(
                values,
                "coversUntil",
                part.coversUntil() == null ? null : part.coversUntil().toString());
        put(values, "chain", String.join("\n", part.chain()));
        DeterminationPart.Chained chained = part.chained();
        if (chained != null) {
            put(values, "chainExploitability", word(chained.exploitability()));
            put(values, "chainWords", chained.words());
        }
    }

    private static @Nullable String word(@Nullable Worded choice) {
        return choice == null ? null : choice.word();
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
