package dev.ward.regulation;

import dev.ward.signature.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The questions of each authority for a case, with what was answered.
///
/// @param version     how many answers were given; 0 when none was
/// @param signatures  under this version
public record Worksheet(int version, List<Line> lines, List<Signature> signatures) {

    public static final String YES = "yes";
    public static final String NO = "no";
    public static final String UNDETERMINED = "undetermined";
    static final Set<String> ANSWERS = Set.of(YES, NO, UNDETERMINED);

    public Worksheet {
        lines = List.copyOf(lines);
        signatures = List.copyOf(signatures);
    }

    /// @param markets       on any of which it is asked; empty when always
    /// @param kind          `device` or `non-device`; null when of both
    /// @param yes           what yes asks for
    /// @param undetermined  what it asks for while it is not determined
    public record Question(
            String id,
            String authority,
            Set<String> markets,
            @Nullable String kind,
            String text,
            String yes,
            String undetermined,
            String source) {

        public Question {
            markets = Set.copyOf(markets);
        }

        /// What is not known of a case asks the question.
        boolean concerns(Dossier dossier) {
            Set<String> known = dossier.derived().markets();
            return (markets.isEmpty() || known.isEmpty() || markets.stream().anyMatch(known::contains))
                    && (kind == null
                            || dossier.productKind() == null
                            || kind.equals(FactWords.word(dossier.productKind())));
        }
    }

    public record Answer(int version, String question, String answer, String reason, Instant entered, String by) {}

    /// @param answers  all that were given, the newest last
    public record Line(Question question, List<Answer> answers) {

        public Line {
            answers = List.copyOf(answers);
        }

        public @Nullable Answer answer() {
            return answers.isEmpty() ? null : answers.getLast();
        }

        /// What the answer asks for, in words. A question that nobody answered asks for what it does
        /// while it is not
        /// determined.
        public String means() {
            Answer last = answer();
            if (last != null && last.answer().equals(NO)) {
                return "Nothing.";
            }
            return last != null && last.answer().equals(YES) ? question.yes() : question.undetermined();
        }
    }

    public boolean complete() {
        return lines.stream().allMatch(line -> line.answer() != null);
    }

    public boolean signed() {
        return signatures.stream().anyMatch(Signature::stands);
    }
}
