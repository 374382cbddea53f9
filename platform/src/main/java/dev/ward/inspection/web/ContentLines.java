package dev.ward.inspection.web;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A signed text as lines for people: what each place of it says, nothing left out.
///
/// @param place  "harm.severity", with the numbers of lists from 1
public record ContentLines(String place, String says) {

    static List<ContentLines> of(String content) {
        List<ContentLines> lines = new ArrayList<>();
        add(lines, "", JsonMapper.shared().readTree(content));
        return List.copyOf(lines);
    }

    private static void add(List<ContentLines> lines, String place, JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(one ->
                            add(lines, place.isEmpty() ? one.getKey() : place + "." + one.getKey(), one.getValue()));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                add(lines, place + "." + (i + 1), node.get(i));
            }
        } else {
            lines.add(new ContentLines(place, node.isValueNode() ? node.asString("–") : "none"));
        }
    }
}
