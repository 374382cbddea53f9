package dev.ward.regulation;

import dev.ward.standards.due.DueFacts;
import dev.ward.standards.due.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes facts as `./ward due` reads them, so that anybody can find by hand what was found here.
final class FactsFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FactsFile() {}

    /// One JSON object; what is not known is left out.
    static String of(DueFacts facts) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("zone", facts.zone().getId());
        if (!facts.markets().isEmpty()) {
            all.put("markets", facts.markets().stream().sorted().toList());
        }
        put(all, "deviceClass", facts.deviceClass());
        put(all, "productKind", facts.productKind() == null ? null : SayingRepository.word(facts.productKind()));
        all.put("determination", SayingRepository.word(facts.determination()));
        all.put(
                "awareness",
                facts.awareness().stream()
                        .map(one -> dated("regime", one.regime(), "at", one.at()))
                        .toList());
        put(all, "initiatedAt", text(facts.initiatedAt()));
        if (facts.isaoMembership() != null) {
            List<Map<String, Object>> spans = new ArrayList<>();
            facts.isaoMembership().forEach(span -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("from", span.from().toString());
                put(one, "to", span.to() == null ? null : span.to().toString());
                spans.add(one);
            });
            all.put("isaoMembership", spans);
        }
        all.put(
                "adverseEvents",
                facts.adverseEvents().stream()
                        .map(one -> {
                            Map<String, Object> event = dated("kind", one.kind(), "awareAt", one.awareAt());
                            event.put("association", SayingRepository.word(one.association()));
                            return event;
                        })
                        .toList());
        all.put(
                "exploitation",
                dated(
                        "state",
                        SayingRepository.word(facts.exploitation().state()),
                        "awareAt",
                        facts.exploitation().awareAt()));
        all.put(
                "facts",
                facts.facts().stream()
                        .map(one -> {
                            Map<String, Object> fact = dated("type", one.type(), "at", one.at());
                            put(fact, "regime", one.regime().isEmpty() ? null : one.regime());
                            return fact;
                        })
                        .toList());
        if (!facts.pauses().isEmpty()) {
            List<Map<String, Object>> pauses = new ArrayList<>();
            facts.pauses().forEach(pause -> {
                Map<String, Object> one = dated("clock", pause.clock(), "from", pause.from());
                put(one, "to", text(pause.to()));
                pauses.add(one);
            });
            all.put("pauses", pauses);
        }
        return JSON.writeValueAsString(all);
    }

    private static Map<String, Object> dated(String name, String value, String at, @Nullable Moment moment) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(name, value);
        put(one, at, text(moment));
        return one;
    }

    private static @Nullable String text(@Nullable Moment moment) {
        return moment == null ? null : moment.text();
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, Objects.requireNonNull(value));
        }
    }
}
