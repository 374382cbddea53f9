package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The closed lists of words that are checked, each as the union over all versions.
///
/// Source: CycloneDX 1.7, `component.type`, `component.scope`, `patch.type`, `issue.type`, `dataFlowDirection`,
/// `attachment.encoding`.
final class Words {
    static final Words TYPE = new Words(
            "application",
            "framework",
            "library",
            "container",
            "platform",
            "operating-system",
            "device",
            "device-driver",
            "firmware",
            "file",
            "machine-learning-model",
            "data",
            "cryptographic-asset");
    static final Words SCOPE = new Words("required", "optional", "excluded");
    static final Words PATCH_TYPE = new Words("unofficial", "monkey", "backport", "cherry-pick");
    static final Words ISSUE_TYPE = new Words("defect", "enhancement", "security");
    static final Words FLOW = new Words("inbound", "outbound", "bi-directional", "unknown");
    static final Words ENCODING = new Words("base64");

    private final Set<String> words;

    private Words(String... words) {
        this.words = Set.of(words);
    }

    /// The current text, whatever it is; one that is not in the list is told.
    ///
    /// @param what  what the text is, for messages (`component type`)
    @Nullable
    String text(Cursor cursor, UnreadReport report, String what) throws IOException, UnreadableInput {
        String text = cursor.text();
        if (text != null && !words.contains(text)) {
            report.kept(cursor.location(), what, "%s is no %s".formatted(Quoted.of(text), what));
        }
        return text;
    }
}
