package dev.ward.home.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads what the demo tells.
@Component
class DemoFile {

    private final JsonMapper json;

    DemoFile(JsonMapper json) {
        this.json = json;
    }

    <T> T read(String name, Class<T> type) throws IOException {
        try (InputStream in = DemoFile.class.getResourceAsStream("/demo/registry/" + name)) {
            if (in == null) {
                throw new IOException("the demo has no \"%s\"".formatted(name));
            }
            return json.readValue(in, type);
        }
    }

    /// All that a list names: one file each, in a folder of the list's name.
    <T> List<T> all(String list, Class<T> type) throws IOException {
        List<T> all = new ArrayList<>();
        for (String name : read(list + ".json", String[].class)) {
            all.add(read(list + "/" + name + ".json", type));
        }
        return all;
    }
}
