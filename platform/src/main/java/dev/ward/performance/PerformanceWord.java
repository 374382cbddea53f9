package dev.ward.performance;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Which word pages and prints show: that of IEC 60601-1 and of the FDA's final guidance, or that of the draft. Nothing
/// that
/// is kept depends on it.
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices, draft of January 2016 and final of December
/// 2016,
/// IV.
@Component
public class PerformanceWord {

    private static final List<String> WORDS = List.of("essential performance", "essential clinical performance");

    private final String word;

    /// @throws IllegalArgumentException  when it is neither of them
    PerformanceWord(@Value("${ward.performance-word:essential performance}") String word) {
        this.word = word.strip().toLowerCase(Locale.ROOT);
        if (!WORDS.contains(this.word)) {
            throw new IllegalArgumentException(
                    "WARD_PERFORMANCE_WORD is \"%s\"; write one of: %s".formatted(word, String.join(", ", WORDS)));
        }
    }

    /// Within a sentence: "essential performance".
    public String inText() {
        return word;
    }

    /// As a heading: "Essential performance".
    public String title() {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
