package dev.ward.reach.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.reach.ReachFilter;
import dev.ward.reach.ReachedConsignee;
import dev.ward.reach.ReachedDevice;
import dev.ward.reach.ReachedDevice.Consignee;
import dev.ward.reach.Reaches;
import dev.ward.reach.SerialRange;
import dev.ward.reach.Subject;
import dev.ward.web.Summary;
import dev.ward.web.TableFormat;
import dev.ward.web.TableOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/// What is reached, as files: unit by unit, by runs of serials, by consignee. Rows are written as they are read.
///
/// What writes is closed only behind the last row: closing would end a file that broke off as if it were whole.
@Controller
@Requires(Permission.DEVICE_EXPORT)
class ReachExport {

    private static final List<String> UNITS = List.of(
            ("udi_di product model release serial lot manufactured_on expires_on status networked country consignee"
                            + " consignee_reference site address phone reference confirmed_at confirmed_by")
                    .split(" "));

    private static final List<String> RANGES =
            List.of("udi_di product model release lot serial_from serial_to quantity".split(" "));

    private static final List<String> CONSIGNEES =
            List.of(("consignee consignee_reference site address phone country reached_now shipped first_shipped_on"
                            + " last_shipped_on via")
                    .split(" "));

    private final Reaches reaches;
    private final Visibility visibility;

    ReachExport(Reaches reaches, Visibility visibility) {
        this.reaches = reaches;
        this.visibility = visibility;
    }

    private interface Reading<T> {
        void each(Reader reader, Subject subject, ReachFilter filter, Consumer<T> sink);
    }

    private interface Row<T> {
        List<@Nullable Object> cells(T item);
    }

    @GetMapping({"/reach/devices.{ending}", "/api/v1/reach/devices.{ending}"})
    @Summary("Exports the devices that are reached, with the consignee fields of 21 CFR 806.10(c), as csv or xlsx")
    void devices(@PathVariable String ending, @ModelAttribute ReachQuestion question, HttpServletResponse response)
            throws IOException {
        write(ending, "reached-devices", UNITS, question, response, reaches::each, ReachExport::cells);
    }

    @GetMapping({"/reach/ranges.{ending}", "/api/v1/reach/ranges.{ending}"})
    @Summary("Exports the devices that are reached as runs of serials, by lot, as csv or xlsx")
    void ranges(@PathVariable String ending, @ModelAttribute ReachQuestion question, HttpServletResponse response)
            throws IOException {
        write(ending, "reached-ranges", RANGES, question, response, reaches::ranges, ReachExport::cells);
    }

    @GetMapping({"/reach/consignees.{ending}", "/api/v1/reach/consignees.{ending}"})
    @Summary("Exports the consignees of what is reached, with what was shipped to them, as csv or xlsx")
    void consignees(@PathVariable String ending, @ModelAttribute ReachQuestion question, HttpServletResponse response)
            throws IOException {
        write(ending, "reached-consignees", CONSIGNEES, question, response, reaches::consignees, ReachExport::cells);
    }

    /// What cannot be answered is known before the answer's first byte.
    private <T> void write(
            String ending,
            String name,
            List<String> head,
            ReachQuestion question,
            HttpServletResponse response,
            Reading<T> reading,
            Row<T> row)
            throws IOException {
        TableFormat format = TableFormat.of(ending);
        Reader reader = visibility.reader();
        Subject subject = question.subject(reaches, reader);
        ReachFilter filter = question.filter();
        format.announce(response, name);
        TableOutput table = TableOutput.open(format, response.getOutputStream(), name, head);
        try {
            reading.each(reader, subject, filter, item -> put(table, row.cells(item)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        table.close();
    }

    private static void put(TableOutput table, List<@Nullable Object> cells) {
        try {
            table.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<@Nullable Object> cells(ReachedDevice device) {
        Consignee consignee = device.consignee();
        return Arrays.asList(
                device.di(),
                device.product(),
                device.model(),
                device.release() == null ? "unknown" : device.release(),
                device.serial(),
                device.lot(),
                device.manufactured(),
                device.expires(),
                device.status(),
                device.networked() == null ? "unknown" : device.networked() ? "yes" : "no",
                device.country(),
                consignee == null ? null : consignee.name(),
                consignee == null ? null : consignee.reference(),
                consignee == null ? null : consignee.site(),
                consignee == null ? null : consignee.address(),
                consignee == null ? null : consignee.phone(),
                device.reference(),
                device.confirmedAt(),
                device.confirmedBy());
    }

    private static List<@Nullable Object> cells(SerialRange range) {
        return Arrays.asList(
                range.di(),
                range.product(),
                range.model(),
                range.release() == null ? "unknown" : range.release(),
                range.lot(),
                range.from(),
                range.to(),
                range.devices());
    }

    private static List<@Nullable Object> cells(ReachedConsignee one) {
        return Arrays.asList(
                one.name(),
                one.reference(),
                one.site(),
                one.address(),
                one.phone(),
                one.country(),
                one.devices(),
                one.shipped(),
                one.first(),
                one.last(),
                one.via());
    }
}
