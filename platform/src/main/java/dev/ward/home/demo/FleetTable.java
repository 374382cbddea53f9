package dev.ward.home.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The demo's fleet as a file, such as an ERP gives it.
final class FleetTable {

    private static final List<String> HEADINGS = List.of(
            "UDI",
            "Product",
            "Release",
            "Configuration",
            "Customer number",
            "Customer",
            "Customer kind",
            "Region",
            "Country",
            "Site number",
            "Site",
            "Street",
            "City",
            "Networked",
            "Contract until",
            "Status",
            "Confirmed on",
            "Shipped on",
            "Delivery note",
            "Distributor");

    private FleetTable() {}

    static byte[] of(List<FleetUnit> units) {
        StringBuilder text = new StringBuilder(units.size() * 260);
        append(text, HEADINGS);
        units.forEach(unit -> append(text, cells(unit)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(FleetUnit unit) {
        List<String> cells = new ArrayList<>(HEADINGS.size());
        cells.add(unit.udi());
        cells.add(unit.kind().product());
        cells.add(Objects.requireNonNullElse(unit.release(), "unknown"));
        cells.add(said(unit.configuration()));
        place(unit.site(), cells);
        Boolean networked = unit.networked();
        cells.add(networked == null ? "unknown" : networked ? "yes" : "no");
        cells.add(said(unit.contractUntil()));
        cells.add(unit.status());
        cells.add(said(unit.confirmed()));
        cells.add(said(unit.shipped()));
        cells.add(said(unit.note()));
        cells.add(unit.site() == null ? "" : said(unit.site().owner().via()));
        return cells;
    }

    private static void place(@Nullable FleetSite site, List<String> cells) {
        if (site == null) {
            cells.addAll(List.of("", "", "", "", "", "", "", "", ""));
            return;
        }
        FleetSite.Owner owner = site.owner();
        cells.addAll(List.of(
                owner.reference(),
                owner.name(),
                owner.kind(),
                owner.region(),
                owner.country(),
                site.reference(),
                site.name(),
                site.address(),
                owner.city()));
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static void append(StringBuilder text, List<String> cells) {
        text.append(cells.stream()
                        .map(cell -> cell.indexOf(',') < 0 ? cell : '"' + cell + '"')
                        .collect(Collectors.joining(",")))
                .append('\n');
    }
}
