package dev.ward.home.demo;

import dev.ward.audit.Actor;
import dev.ward.customer.CustomerId;
import dev.ward.device.Device;
import dev.ward.device.DeviceFilter;
import dev.ward.device.DeviceStatus;
import dev.ward.device.Devices;
import dev.ward.identity.Reader;
import dev.ward.lifecycle.EndOfSupport;
import dev.ward.lifecycle.Market;
import dev.ward.lifecycle.RecordDraft;
import dev.ward.lifecycle.RecordKind;
import dev.ward.lifecycle.Records;
import dev.ward.product.Release;
import dev.ward.web.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells customers that a release is no longer supported, and takes devices with it out of use.
@Component
class DemoEndOfSupport {

    private static final String ACTOR = "product-security";
    private static final int HUNDRED = 100;
    private static final int PAGE = 200;

    private final EndOfSupport ends;
    private final Records records;
    private final Devices devices;

    DemoEndOfSupport(EndOfSupport ends, Records records, Devices devices) {
        this.ends = ends;
        this.records = records;
        this.devices = devices;
    }

    /// @param told  when notices were sent; `toldOf100` is to how many of the customers
    /// @param took  when customers acknowledged the transfer of risk
    record Ended(
            String product,
            String version,
            LocalDate told,
            LocalDate took,
            int toldOf100,
            int tookOf100,
            int removedOf100,
            int revokedOf100) {}

    void tell(DemoPeople people, DemoNames names, Ended ended) {
        Release release = names.release(ended.product(), ended.version());
        Actor actor = people.actor(ACTOR);
        Reader reader = people.reader(ACTOR);
        List<EndOfSupport.Holder> holders = ends.holders(reader, release.id(), null);
        for (int i = 0; i < holders.size(); i++) {
            CustomerId customer = new CustomerId(holders.get(i).id());
            // A stride that meets every remainder spreads them over the alphabet.
            int drawn = i * 37 % HUNDRED;
            if (drawn < ended.toldOf100()) {
                records.add(actor, reader, release.id(), notice(customer, ended, i));
            }
            if (drawn < ended.tookOf100()) {
                records.add(actor, reader, release.id(), transfer(customer, ended, i));
            }
        }
        retire(actor, reader, release, ended);
    }

    private static RecordDraft notice(CustomerId customer, Ended ended, int number) {
        return new RecordDraft(
                RecordKind.NOTICE,
                Market.ALL,
                customer,
                List.of(),
                ended.told().plusDays(number % 9),
                Map.of("channel", number % 5 == 0 ? "Letter" : "E-mail", "contact", "Biomedical engineering"),
                "LC-2023-014/%03d".formatted(number + 1),
                null);
    }

    private static RecordDraft transfer(CustomerId customer, Ended ended, int number) {
        return new RecordDraft(
                RecordKind.TRANSFER,
                Market.ALL,
                customer,
                List.of(),
                ended.took().plusDays(number % 60),
                Map.of(
                        "by",
                        number % 3 == 0 ? "Head of IT security" : "Head of biomedical engineering",
                        "words",
                        "We keep the monitors that run this release in a segment of their own, and answer for their security"
                                + " from the end of support on."),
                "RT-%03d, signed".formatted(number + 1),
                null);
    }

    private void retire(Actor actor, Reader reader, Release release, Ended ended) {
        List<String> gone = decommissioned(reader, release);
        records.add(
                actor,
                reader,
                release.id(),
                new RecordDraft(
                        RecordKind.REMOVAL,
                        Market.ALL,
                        null,
                        share(gone, ended.removedOf100()),
                        ended.took(),
                        Map.of(
                                "data", "Returned to the factory state; memory card shredded",
                                "credentials", "Removed from the central station, which revokes the certificate",
                                "by", "Biomedical engineering of the customer",
                                "disposal", "Recycled as electronic waste"),
                        "SI-0442",
                        null));
        records.add(
                actor,
                reader,
                release.id(),
                new RecordDraft(
                        RecordKind.REVOCATION,
                        Market.ALL,
                        null,
                        share(gone, ended.revokedOf100()),
                        ended.took(),
                        Map.of(
                                "certificate",
                                "Device certificate of the monitor",
                                "authority",
                                "Quillmere device CA 2"),
                        "CRL of " + ended.took(),
                        null));
    }

    private static List<String> share(List<String> all, int ofHundred) {
        return all.subList(0, Math.ceilDiv(all.size() * ofHundred, HUNDRED));
    }

    private List<String> decommissioned(Reader reader, Release release) {
        DeviceFilter filter = new DeviceFilter(
                release.product(),
                null,
                release.id(),
                false,
                Set.of(DeviceStatus.DECOMMISSIONED),
                null,
                null,
                null,
                null,
                null,
                DeviceFilter.USUAL);
        List<String> serials = new ArrayList<>();
        @Nullable String after = null;
        do {
            Slice<Device> slice = devices.list(reader, filter, after, PAGE);
            slice.items()
                    .forEach(device ->
                            serials.add(Objects.requireNonNull(device.identity().serial())));
            after = slice.next();
        } while (after != null);
        return serials;
    }
}
