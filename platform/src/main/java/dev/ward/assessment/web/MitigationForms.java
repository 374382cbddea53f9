package dev.ward.assessment.web;

import dev.ward.assessment.Artefact;
import dev.ward.assessment.Aspect;
import dev.ward.assessment.ConsultedSide;
import dev.ward.assessment.HarmPart;
import dev.ward.assessment.MeasureKind;
import dev.ward.assessment.MitigationPart;
import dev.ward.assessment.Objection;
import dev.ward.assessment.OptionChoice;
import dev.ward.assessment.OptionKind;
import dev.ward.assessment.QualityRecord;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Between the form of what is done about a vulnerability and its answers.
public final class MitigationForms {

    static final int MOST_ROWS = 20;

    private MitigationForms() {}

    public static String choice(OptionKind kind) {
        return "o-" + kind.word() + "-choice";
    }

    public static String why(OptionKind kind) {
        return "o-" + kind.word() + "-why";
    }

    public static String aspect(OptionKind kind, Aspect aspect) {
        return "o-" + kind.word() + "-" + aspect.word();
    }

    /// The measures of a kind for a function.
    public static String measure(HarmPart.Compromised function, MeasureKind kind) {
        return "m-" + function.function() + "-" + kind.word();
    }

    /// Why none applies.
    public static String none(HarmPart.Compromised function, MeasureKind kind) {
        return "n-" + function.function() + "-" + kind.word();
    }

    public static String none(QualityRecord kind) {
        return "none-" + kind.word();
    }

    public static String artefact(Artefact artefact) {
        return "a-" + artefact.word();
    }

    static MitigationPart read(Map<String, String> form, HarmPart harm) {
        Map<QualityRecord, String> noLinks = new EnumMap<>(QualityRecord.class);
        for (QualityRecord kind : QualityRecord.values()) {
            put(noLinks, kind, AssessmentForms.lines(none(kind), form));
        }
        Map<Artefact, String> artefacts = new EnumMap<>(Artefact.class);
        for (Artefact artefact : Artefact.values()) {
            put(artefacts, artefact, AssessmentForms.lines(artefact(artefact), form));
        }
        return new MitigationPart(
                options(form),
                measures(form, harm),
                consultations(form),
                AssessmentForms.lines("noConsultation", form),
                links(form),
                noLinks,
                artefacts,
                AssessmentForms.lines("noArtefacts", form));
    }

    private static <K> void put(Map<K, String> answers, K key, String words) {
        if (!words.isEmpty()) {
            answers.put(key, words);
        }
    }

    private static List<MitigationPart.Option> options(Map<String, String> form) {
        List<MitigationPart.Option> options = new ArrayList<>();
        for (OptionKind kind : OptionKind.values()) {
            OptionChoice choice = Worded.typed(choice(kind), form.get(choice(kind)), OptionChoice.values());
            String why = AssessmentForms.lines(why(kind), form);
            Map<Aspect, String> aspects = new EnumMap<>(Aspect.class);
            for (Aspect aspect : Aspect.values()) {
                put(aspects, aspect, AssessmentForms.lines(aspect(kind, aspect), form));
            }
            if (choice != null || !why.isEmpty() || !aspects.isEmpty()) {
                options.add(new MitigationPart.Option(kind, choice, why, aspects));
            }
        }
        return options;
    }

    private static List<MitigationPart.Measure> measures(Map<String, String> form, HarmPart harm) {
        List<MitigationPart.Measure> measures = new ArrayList<>();
        for (HarmPart.Compromised function : harm.compromised()) {
            for (MeasureKind kind : MeasureKind.values()) {
                String words = AssessmentForms.lines(measure(function, kind), form);
                String none = AssessmentForms.lines(none(function, kind), form);
                if (!words.isEmpty() && !none.isEmpty()) {
                    throw TypedText.refused(
                            none(function, kind),
                            "A measure to %s \"%s\" is named, and why none applies. Only one of both can be."
                                    .formatted(kind.word(), function.name()),
                            "stands beside a measure that applies");
                }
                if (!words.isEmpty() || !none.isEmpty()) {
                    measures.add(new MitigationPart.Measure(function.function(), kind, words, none));
                }
            }
        }
        return measures;
    }

    private static List<MitigationPart.Consultation> consultations(Map<String, String> form) {
        List<MitigationPart.Consultation> consultations = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS; i++) {
            String row = "k-" + i + "-";
            String who = line(row + "who", form);
            if (who != null) {
                consultations.add(new MitigationPart.Consultation(
                        who,
                        Worded.required(row + "side", form.get(row + "side"), ConsultedSide.values()),
                        day(row + "on", form),
                        must(row + "said", form),
                        AssessmentForms.lines(row + "answer", form),
                        Worded.required(row + "objection", form.get(row + "objection"), Objection.values())));
            }
        }
        return consultations;
    }

    private static LocalDate day(String field, Map<String, String> form) {
        LocalDate day = AssessmentForms.date(field, form.get(field));
        if (day == null) {
            throw TypedText.refused(field, "The day on which they were asked is missing.", "is missing");
        }
        return day;
    }

    private static String must(String field, Map<String, String> form) {
        String words = AssessmentForms.lines(field, form);
        if (words.isEmpty()) {
            throw TypedText.refused(field, "What they said is missing.", "is missing");
        }
        return words;
    }

    private static @Nullable String line(String field, Map<String, String> form) {
        return TypedText.optional(field, form.get(field), AssessmentForms.LONGEST_LINE);
    }

    private static List<MitigationPart.QualityLink> links(Map<String, String> form) {
        List<MitigationPart.QualityLink> links = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS; i++) {
            String row = "l-" + i + "-";
            String id = line(row + "id", form);
            if (id != null) {
                links.add(new MitigationPart.QualityLink(
                        Worded.required(row + "record", form.get(row + "record"), QualityRecord.values()),
                        id,
                        TypedText.required(row + "system", form.get(row + "system"), AssessmentForms.LONGEST_LINE),
                        TypedText.required(row + "state", form.get(row + "state"), AssessmentForms.LONGEST_LINE)));
            }
        }
        return links;
    }

    /// What the form shows: the answers as they are kept.
    static Map<String, String> values(MitigationPart part) {
        Map<String, String> values = new HashMap<>();
        for (MitigationPart.Option option : part.options()) {
            OptionChoice choice = option.choice();
            values.put(choice(option.kind()), choice == null ? "" : choice.word());
            values.put(why(option.kind()), option.why());
            option.aspects().forEach((aspect, words) -> values.put(aspect(option.kind(), aspect), words));
        }
        for (MitigationPart.Measure measure : part.measures()) {
            String end = measure.function() + "-" + measure.kind().word();
            values.put("m-" + end, measure.words());
            values.put("n-" + end, measure.noneReason());
        }
        int number = 0;
        for (MitigationPart.Consultation one : part.consultations()) {
            String row = "k-" + number++ + "-";
            values.put(row + "who", one.who());
            values.put(row + "side", one.side().word());
            values.put(row + "on", one.on().toString());
            values.put(row + "said", one.said());
            values.put(row + "answer", one.answer());
            values.put(row + "objection", one.objection().word());
        }
        values.put("noConsultation", part.noConsultation());
        number = 0;
        for (MitigationPart.QualityLink link : part.links()) {
            String row = "l-" + number++ + "-";
            values.put(row + "record", link.kind().word());
            values.put(row + "id", link.id());
            values.put(row + "system", link.system());
            values.put(row + "state", link.state());
        }
        part.noLinks().forEach((kind, words) -> values.put(none(kind), words));
        part.artefacts().forEach((artefact, words) -> values.put(artefact(artefact), words));
        values.put("noArtefacts", part.noArtefacts());
        values.values().removeIf(String::isEmpty);
        return values;
    }
}
