package dev.ward.table;

import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the parts of a workbook are that belong to one of them.
final class Relations {

    private static final int MOST = 10_000;

    private Relations() {}

    record Relation(String type, String target) {

        /// @param name  the last word of the type's address, which is the same in both namespaces
        boolean is(String name) {
            return type.endsWith("/" + name);
        }
    }

    /// @param in      null when there is no such part
    /// @param folder  of the part that they belong to, with a slash at its end; empty for the root
    static Map<String, Relation> read(@Nullable InputStream in, String folder) throws IOException, UnreadableInput {
        Map<String, Relation> relations = new HashMap<>();
        try (Part xml = new Part(in)) {
            while (relations.size() < MOST && xml.nextElement()) {
                if (xml.at("Relationship")) {
                    String target = xml.attribute("Target", "");
                    relations.put(
                            xml.attribute("Id", ""),
                            new Relation(
                                    xml.attribute("Type", ""),
                                    target.startsWith("/") ? target.substring(1) : folder + target));
                }
            }
        }
        return relations;
    }
}
