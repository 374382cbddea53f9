package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Reads the small parts that occur in many places: properties, organisations, people, attachments.
final class Parts {

    private final Cursor cursor;
    private final UnreadReport report;

    Parts(Bom bom) {
        this.cursor = bom.cursor;
        this.report = bom.report;
    }

    /// @param sink  takes name and value; a property without a value has an empty one
    void properties(BiConsumer<String, String> sink) throws IOException, UnreadableInput {
        if (!cursor.enterList()) {
            return;
        }
        while (cursor.nextItem()) {
            property(sink);
        }
    }

    private void property(BiConsumer<String, String> sink) throws IOException, UnreadableInput {
        Location location = cursor.location();
        if (!cursor.enterObject()) {
            return;
        }
        String name = null;
        String value = null;
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "name" -> name = cursor.text();
                case "value", Cursor.TEXT -> value = cursor.text();
                default -> {}
            }
        }
        if (name == null) {
            report.lost(location, "property", "it has no name");
        } else {
            sink.accept(name, value == null ? "" : value);
        }
    }

    /// The name of an organisation; null when it states none.
    @Nullable
    String organisation() throws IOException, UnreadableInput {
        String name = null;
        if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                if (field.equals("name")) {
                    name = cursor.text();
                }
            }
        }
        return name;
    }

    /// The people of a list, each as name and address in angle brackets, as far as they are stated.
    List<String> people() throws IOException, UnreadableInput {
        List<String> people = new ArrayList<>();
        cursor.eachItem(() -> {
            String person = person();
            if (person != null) {
                people.add(person);
            }
        });
        return people;
    }

    private @Nullable String person() throws IOException, UnreadableInput {
        String name = null;
        String email = null;
        if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                switch (field) {
                    case "name" -> name = cursor.text();
                    case "email" -> email = cursor.text();
                    default -> {}
                }
            }
        }
        if (name == null || email == null) {
            return name == null ? email : name;
        }
        return "%s <%s>".formatted(name, email);
    }

    /// Passes an attached text, and says when its encoding is none.
    void attachment() throws IOException, UnreadableInput {
        if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                if (field.equals("encoding")) {
                    Words.ENCODING.text(cursor, report, "encoding");
                }
            }
        }
    }
}
