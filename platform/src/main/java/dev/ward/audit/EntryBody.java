package dev.ward.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes the canonical text of an entry: JSON, names in order, no white space, nothing personal.
final class EntryBody {

    /// Of one width, so that the order of the texts is the order of the instants.
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EntryBody() {}

    static String instant(Instant at) {
        return MICROS.format(at.truncatedTo(ChronoUnit.MICROS));
    }

    static String write(Instant at, Actor actor, Act act, @Nullable Manifest manifest, Commitments commitments) {
        Map<String, Object> body = new TreeMap<>();
        body.put("at", instant(at));
        body.put("actor", actor(actor, commitments));
        body.put("what", clean(act.what()));
        body.put("subject", new TreeMap<>(Map.of("type", clean(act.subjectType()), "id", clean(act.subjectId()))));
        if (!act.before().isEmpty()) {
            body.put("before", values(act, act.before(), commitments));
        }
        if (!act.after().isEmpty()) {
            body.put("after", values(act, act.after(), commitments));
        }
        if (act.why() != null) {
            body.put("why", value(act, Act.WHY, act.why(), commitments));
        }
        if (manifest != null) {
            body.put("manifest", manifest(manifest));
        }
        return JSON.writeValueAsString(body);
    }

    private static Map<String, Object> actor(Actor actor, Commitments commitments) {
        Map<String, Object> written = new TreeMap<>();
        written.put("kind", actor.kind().name());
        written.put("id", clean(actor.id()));
        Object name = actor.kind() == Actor.Kind.MACHINE
                ? clean(actor.name())
                : committed(commitments.ofActor(actor, clean(actor.name())));
        written.put("name", name);
        return written;
    }

    private static Map<String, Object> values(Act act, Map<String, String> values, Commitments commitments) {
        Map<String, Object> written = new TreeMap<>();
        values.forEach((name, value) -> written.put(clean(name), value(act, name, value, commitments)));
        return written;
    }

    private static Object value(Act act, String name, String value, Commitments commitments) {
        return act.personal().contains(name)
                ? committed(commitments.of(act.subjectType(), act.subjectId(), name, clean(value)))
                : clean(value);
    }

    private static Map<String, String> committed(String commitment) {
        return Map.of("commitment", commitment);
    }

    private static Map<String, Object> manifest(Manifest manifest) {
        Map<String, Object> written = new TreeMap<>();
        written.put("changeSet", clean(manifest.changeSet()));
        written.put("count", manifest.count());
        written.put("sha256", manifest.digest());
        return written;
    }

    /// Puts U+FFFD where PostgreSQL's text has no place: the character zero, and half a surrogate pair.
    static String clean(String text) {
        if (text.chars().allMatch(c -> c != 0 && !Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
