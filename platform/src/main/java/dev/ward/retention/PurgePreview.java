package dev.ward.retention;

import dev.ward.signature.CanonicalRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a purge would take out of a record, before anybody signs it.
///
/// @param revision  of the record, which is refused when it has changed
/// @param there     everything personal that is there
/// @param chosen    the words of the fields that go
/// @param until     until when the record is kept, in words; that the rest of it stays is not touched
public record PurgePreview(
        RecordName of,
        String title,
        int revision,
        List<Field> there,
        List<String> chosen,
        String until,
        List<LegalHold> holds) {

    private static final int LAYOUT = 1;

    /// @param word   as it is kept
    /// @param title  for people
    /// @param value  what is there now
    public record Field(String word, String title, String value) {}

    public PurgePreview {
        there = List.copyOf(there);
        chosen = List.copyOf(chosen);
        holds = List.copyOf(holds);
    }

    /// The fields that go, with what is there now.
    public List<Field> going() {
        return there.stream().filter(field -> chosen.contains(field.word())).toList();
    }

    /// What is signed: which fields of which state of the record go, and nothing of what they say.
    String content(LegalGround ground, String reason) {
        Map<String, Object> content = new TreeMap<>(identity());
        content.put("ground", ground.word());
        content.put("reason", reason);
        return CanonicalRecord.of(content);
    }

    private Map<String, Object> identity() {
        Map<String, Object> content = new TreeMap<>();
        content.put("layout", LAYOUT);
        content.put("kind", of.kind().word());
        content.put("record", of.id());
        content.put("revision", revision);
        content.put("fields", going().stream().map(Field::word).toList());
        return content;
    }

    /// By which what is signed is known to be what was shown.
    public String sha256() {
        return CanonicalRecord.sha256(CanonicalRecord.of(identity()));
    }
}
