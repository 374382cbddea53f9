package dev.ward.product;

import dev.ward.web.TypedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a person says about a configuration.
///
/// @param model      null when it is of the product as a whole
/// @param releases   each once, with what it is in the device; that may be null
/// @param options    by name, what is set or built in
public record ConfigurationDraft(
        String name,
        @Nullable ModelId model,
        ConfigurationStatus status,
        @Nullable String note,
        List<Running> releases,
        SequencedMap<String, String> options,
        List<Platform> platforms) {

    public static final int LONGEST_NOTE = 4_000;
    public static final int MOST = 100;

    /// A release that runs in a device.
    ///
    /// @param part  what it is there: "Console"; null when there is nothing to tell apart
    public record Running(ReleaseId release, @Nullable String part) {

        public Running {
            part = TypedText.optional("part", part, ProductDraft.LONGEST_NAME);
        }
    }

    public ConfigurationDraft {
        name = TypedText.required("name", name, ProductDraft.LONGEST_NAME);
        note = TypedText.lines("note", note, LONGEST_NOTE);
        releases = List.copyOf(releases);
        options = checked(options);
        platforms = List.copyOf(platforms);
        if (releases.stream().map(Running::release).distinct().count() < releases.size()) {
            throw TypedText.refused("releases", "A release runs in it twice.", "name one twice");
        }
        refuseTooMany("releases", releases.size());
        refuseTooMany("options", options.size());
        refuseTooMany("platforms", platforms.size());
    }

    private static void refuseTooMany(String field, int size) {
        if (size > MOST) {
            throw TypedText.refused(field, "A configuration has at most %d %s.".formatted(MOST, field), "are too many");
        }
    }

    private static SequencedMap<String, String> checked(Map<String, String> options) {
        TreeMap<String, String> checked = new TreeMap<>();
        options.forEach((name, value) -> {
            String key = TypedText.required("option", name, ProductDraft.LONGEST_NAME);
            String text = TypedText.optional("value", value, Platform.LONGEST);
            if (checked.put(key, text == null ? "" : text) != null) {
                throw TypedText.refused("option", "The option \"%s\" is set twice.".formatted(key), "is set already");
            }
        });
        return new LinkedHashMap<>(checked);
    }
}
