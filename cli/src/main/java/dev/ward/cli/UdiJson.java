package dev.ward.cli;

import dev.ward.cli.scan.JsonOutput;
import dev.ward.standards.udi.DataElement;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.Udi;
import dev.ward.standards.udi.UdiDate;
import dev.ward.standards.udi.UdiResult;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes what came of reading UDIs as an array, in the order of the texts.
final class UdiJson {

    private final JsonGenerator json;

    private UdiJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(List<UdiCommand.Answer> answers, OutputStream out) {
        try (JsonGenerator json = JsonOutput.open(out)) {
            UdiJson writer = new UdiJson(json);
            json.writeStartArray();
            answers.forEach(writer::answer);
            json.writeEndArray();
        }
    }

    private void answer(UdiCommand.Answer answer) {
        json.writeStartObject();
        json.writeStringProperty("text", answer.text());
        switch (answer.result()) {
            case UdiResult.Read read -> read(read);
            case UdiResult.Unreadable bad -> {
                json.writeObjectPropertyStart("error");
                json.writeStringProperty("message", bad.message());
                json.writeNumberProperty("position", bad.position());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void read(UdiResult.Read read) {
        Udi udi = read.udi();
        DeviceIdentifier di = udi.di();
        json.writeStringProperty("agency", udi.agency().name());
        text("di", di == null ? null : di.value());
        pi(udi);
        json.writeArrayPropertyStart("elements");
        for (DataElement element : udi.elements()) {
            json.writeStartObject();
            json.writeStringProperty("identifier", element.identifier());
            json.writeStringProperty("title", element.title());
            json.writeStringProperty("value", element.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("humanReadable", udi.humanReadable());
        json.writeStringProperty("elementString", udi.elementString());
        json.writeArrayPropertyStart("forgiven");
        read.forgiven().forEach(json::writeString);
        json.writeEndArray();
    }

    private void pi(Udi udi) {
        json.writeObjectPropertyStart("pi");
        text("lot", udi.lot());
        text("serial", udi.serial());
        date("expiry", udi.pi().expiry());
        date("manufactured", udi.pi().manufactured());
        text("donationId", udi.pi().donationId());
        text("softwareVersion", udi.softwareVersion());
        Integer quantity = udi.pi().quantity();
        if (quantity == null) {
            json.writeNullProperty("quantity");
        } else {
            json.writeNumberProperty("quantity", quantity);
        }
        json.writeEndObject();
    }

    /// The day, then how much of it was written.
    private void date(String name, @Nullable UdiDate date) {
        text(name, date == null ? null : date.date().toString());
        text(name + "Precision", date == null ? null : date.precision().name().toLowerCase(Locale.ROOT));
        if (date != null && date.time() != null) {
            text(name + "Time", date.time().toString());
        }
    }

    private void text(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
