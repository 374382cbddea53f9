package dev.ward.assessment;

import dev.ward.signature.Discipline;
import dev.ward.signature.Signable;
import dev.ward.signature.Signature;
import dev.ward.web.Worded;
import dev.ward.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an assessment stands: what the sources say, what the answers amount to, what is open, who signed what.
///
/// @param open               what stands in the way of a signature, by part
/// @param openDetermination  what of that is of controls and result
/// @param openMitigation     what of that is of options and mitigations
/// @param signatures         of the present version, those too that no longer stand
public record Standing(
        Assessment assessment,
        VulnerabilityFacts facts,
        Judgement judgement,
        Map<SignedPart, List<String>> open,
        List<String> openPresence,
        List<String> openDetermination,
        List<String> openMitigation,
        List<Signature> signatures,
        Map<SignedPart, Signable> signables) {

    public Standing {
        open = Map.copyOf(open);
        openPresence = List.copyOf(openPresence);
        openDetermination = List.copyOf(openDetermination);
        openMitigation = List.copyOf(openMitigation);
        signatures = List.copyOf(signatures);
        signables = Map.copyOf(signables);
    }

    static Standing of(
            Assessment assessment,
            VulnerabilityFacts facts,
            RiskTables tables,
            List<Signature> signatures,
            Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        Judgement judgement = Judgement.of(assessment, facts, tables);
        Map<String, String> signed = new TreeMap<>();
        signatures.stream()
                .filter(one -> one.stands()
                        && !Worded.get(SignedPart.values(), one.of().part()).isResult())
                .forEach(one -> signed.put(one.of().part(), one.of().sha256()));
        DecisionContent content = DecisionContent.of(assessment, facts, tables, judgement, signed);
        Map<SignedPart, Signable> signables = new EnumMap<>(SignedPart.class);
        for (SignedPart part : SignedPart.values()) {
            signables.put(part, part.of(content));
        }
        List<String> presence = OpenQuestions.ofPresence(assessment, today);
        Map<SignedPart, List<String>> open = new EnumMap<>(SignedPart.class);
        open.put(SignedPart.EXPLOITABILITY, OpenQuestions.ofExploitability(assessment, judgement));
        open.put(SignedPart.HARM, OpenQuestions.ofHarm(assessment));
        List<String> determination = OpenQuestions.ofDetermination(assessment, judgement, today);
        List<String> mitigation = MitigationQuestions.of(assessment, judgement);
        List<String> result = new ArrayList<>(presence);
        result.addAll(determination);
        result.addAll(mitigation);
        if (!assessment.isAbsent()) {
            result.addAll(unsigned(signatures, signables));
        }
        open.put(SignedPart.RESULT_SECURITY, result);
        open.put(SignedPart.RESULT_CLINICAL_SAFETY, result);
        return new Standing(
                assessment, facts, judgement, open, presence, determination, mitigation, signatures, signables);
    }

    private static List<String> unsigned(List<Signature> signatures, Map<SignedPart, Signable> signables) {
        List<String> unsigned = new ArrayList<>();
        for (SignedPart part : List.of(SignedPart.EXPLOITABILITY, SignedPart.HARM)) {
            Signable now = signables.get(part);
            Signature standing = standing(signatures, part);
            if (standing == null) {
                unsigned.add("%s is not signed by %s yet."
                        .formatted(part.title(), part.discipline().title().toLowerCase(Locale.ROOT)));
            } else if (now != null && !standing.of().sha256().equals(now.sha256())) {
                unsigned.add(
                        "%s was signed before the sources said something new. It is signed anew on what they say now."
                                .formatted(part.title()));
            }
        }
        return unsigned;
    }

    private static @Nullable Signature standing(List<Signature> signatures, SignedPart part) {
        return signatures.stream()
                .filter(one -> one.stands() && one.of().part().equals(part.word()))
                .reduce((first, later) -> later)
                .orElse(null);
    }

    /// The signature that stands under a part; null when there is none.
    public @Nullable Signature signature(SignedPart part) {
        return standing(signatures, part);
    }

    public List<String> open(SignedPart part) {
        return open.getOrDefault(part, List.of());
    }

    /// Whether it can be signed now: nothing is open, and what stands there is not signed yet as it is.
    public boolean isSignable(SignedPart part) {
        Signature standing = signature(part);
        return assessment.state() == AssessmentState.OPEN
                && open(part).isEmpty()
                && (standing == null || !standing.of().sha256().equals(sha256(part)));
    }

    /// Who has to do what before it is decided, in the order in which it can be done; empty when it is not open.
    public List<String> waitsFor() {
        if (assessment.state() != AssessmentState.OPEN) {
            return List.of();
        }
        List<String> waits = new ArrayList<>();
        answers(waits, "Where it is", openPresence);
        for (SignedPart part : List.of(SignedPart.EXPLOITABILITY, SignedPart.HARM)) {
            if (!assessment.isAbsent()) {
                answers(waits, part.title(), open(part));
                signs(waits, part);
            }
        }
        answers(waits, "Controls and result", openDetermination);
        answers(waits, "Options and mitigations", openMitigation);
        signs(waits, SignedPart.RESULT_SECURITY);
        signs(waits, SignedPart.RESULT_CLINICAL_SAFETY);
        return waits;
    }

    private static void answers(List<String> waits, String what, List<String> open) {
        if (!open.isEmpty()) {
            waits.add("%s: %s".formatted(what, Words.counted(open.size(), "answer", "answers")));
        }
    }

    private void signs(List<String> waits, SignedPart part) {
        Signature standing = signature(part);
        if (standing == null || !standing.of().sha256().equals(sha256(part))) {
            waits.add("%s: %s signs"
                    .formatted(part.title(), part.discipline().title().toLowerCase(Locale.ROOT)));
        }
    }

    /// Whether a person has signed for another discipline than this one; nobody decides for both.
    public boolean signedOther(Discipline discipline, UUID person) {
        return signatures.stream()
                .filter(Signature::stands)
                .filter(one -> Worded.get(SignedPart.values(), one.of().part()).discipline() != discipline)
                .anyMatch(one -> one.signerId().equals(person));
    }

    /// The SHA-256 of what is signed of it now.
    public String sha256(SignedPart part) {
        Signable signable = signables.get(part);
        return signable == null ? "" : signable.sha256();
    }
}
