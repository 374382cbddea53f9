package dev.ward.standards.gudid;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.IssuingAgency;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Reads one identifier of a record, and checks it by the rules of its agency.
final class IdentifierReader {

    private final Cursor cursor;
    private final UnreadReport report;
    private final Fields fields;

    IdentifierReader(Cursor cursor, UnreadReport report, Fields fields) {
        this.cursor = cursor;
        this.report = report;
        this.fields = fields;
    }

    /// The identifier at which the cursor stands; null when it has no value, which is told.
    @Nullable
    GudidIdentifier read() throws IOException, UnreadableInput {
        Location location = cursor.location();
        if (!cursor.enterObject()) {
            return null;
        }
        String value = null;
        String type = "";
        String agency = "";
        String contains = null;
        Integer quantity = null;
        String status = null;
        LocalDate discontinued = null;
        String packageType = null;
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "deviceId", "id" -> value = fields.text(field);
                case "deviceIdType", "type" -> type = orEmpty(fields.text(field));
                case "deviceIdIssuingAgency", "issuing_agency" -> agency = orEmpty(fields.text(field));
                case "containsDINumber", "unit_of_use_id" -> contains = fields.text(field);
                case "pkgQuantity", "quantity_per_package" -> quantity = fields.number(field);
                case "pkgStatus", "package_status" -> status = fields.text(field);
                case "pkgDiscontinueDate", "package_discontinue_date" -> discontinued = fields.date(field);
                case "pkgType", "package_type" -> packageType = fields.text(field);
                default -> {
                    // of no use to Ward
                }
            }
        }
        if (value == null) {
            report.lost(location, "identifier", "has no value");
            return null;
        }
        GudidIdentifier.Role role = GudidIdentifier.Role.named(type);
        if (role == GudidIdentifier.Role.OTHER) {
            report.kept(location, "identifier " + Quoted.of(value), "is of no known type: " + Quoted.of(type));
        }
        DeviceIdentifier di = checked(value, agency, location);
        return new GudidIdentifier(value, role, agency, di, contains, quantity, status, discontinued, packageType);
    }

    private @Nullable DeviceIdentifier checked(String value, String agency, Location location) {
        IssuingAgency known = switch (agency) {
            case "GS1" -> IssuingAgency.GS1;
            case "HIBCC" -> IssuingAgency.HIBCC;
            case "ICCBBA" -> IssuingAgency.ICCBBA;
            default -> null;
        };
        if (known == null) {
            return null;
        }
        try {
            return DeviceIdentifier.parsePublished(value, known);
        } catch (IllegalArgumentException e) {
            report.kept(location, "identifier " + Quoted.of(value), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
