package dev.ward.bench.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file of devices as a service system exports it: at 500 customers with 2 sites each, in 20 countries.
final class FleetFile {

    static final int CUSTOMERS = 500;

    private static final List<String> COUNTRIES = List.of(
            "DE", "US", "FR", "IT", "ES", "GB", "NL", "BE", "AT", "CH", "SE", "NO", "DK", "FI", "PL", "CZ", "JP", "AU",
            "CA", "BR");

    private FleetFile() {}

    static String serial(int device) {
        return "BX%07d".formatted(device);
    }

    /// @param versions  releases of the product
    static void write(Path file, String product, List<String> versions, int devices) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("serial,product,release,customer number,customer,customer kind,site number,site,city,country,"
                    + "networked,status,manufactured,warranty until,confirmed\n");
            for (int device = 0; device < devices; device++) {
                out.write(row(device, product, versions.get(release(device, versions.size()))));
            }
        }
    }

    /// A site has a dozen releases, and all sites together have all.
    private static int release(int device, int versions) {
        return (device * 31 % CUSTOMERS * 13 + device / 1_000 % 12 * 71) % versions;
    }

    private static String row(int device, String product, String version) {
        int customer = device * 31 % CUSTOMERS;
        int site = device / CUSTOMERS % 2;
        return "%s,%s,%s,C%04d,Hospital %04d,hospital,C%04d-%d,House %d,City %04d,%s,%s,%s,2024-%02d-%02d,2030-01-31,2026-0%d-1%dT08:00:00Z\n"
                .formatted(
                        serial(device),
                        product,
                        device % 50 == 0 ? "unknown" : version,
                        customer,
                        customer,
                        customer,
                        site,
                        site,
                        customer,
                        COUNTRIES.get(customer % COUNTRIES.size()),
                        device % 3 == 0 ? "yes" : "no",
                        device % 40 == 0 ? "out of service" : "in use",
                        device % 12 + 1,
                        device % 28 + 1,
                        device % 9 + 1,
                        device % 10);
    }
}
