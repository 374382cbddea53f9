package dev.ward.portal;

import dev.ward.device.DeviceId;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The devices of a customer, for that customer.
@Service
@Transactional(readOnly = true)
public class OwnDevices {

    /// After how long a device is to be confirmed anew.
    public static final Duration CONFIRMED_FOR = Duration.ofDays(365);

    private final OwnDeviceRepository devices;
    private final HoldingRepository holdings;
    private final Clock clock;

    OwnDevices(OwnDeviceRepository devices, HoldingRepository holdings, Clock clock) {
        this.devices = devices;
        this.holdings = holdings;
        this.clock = clock;
    }

    /// What the reader's organisation has, counted.
    ///
    /// @param organisation  the reader's
    public Holding holding(Reader reader, UUID organisation) {
        HoldingRepository.Totals totals = holdings.totals(reader);
        return new Holding(
                holdings.name(reader, organisation).orElse("Your organisation"),
                totals.devices(),
                totals.unknown(),
                devices.countDue(reader, dueBefore()),
                totals.sites(),
                holdings.lines(reader),
                holdings.others(reader));
    }

    /// By serial.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    public Slice<OwnDevice> list(Reader reader, OwnDeviceFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, OwnDeviceFilter.ORDER, 2);
        return Slice.of(
                devices.list(reader, filter, dueBefore(), cursor, limit + 1), limit, OwnDeviceRepository::cursor);
    }

    /// @throws ProblemException  when there is none, or it is another customer's: which of the two is not told
    public OwnDevice get(Reader reader, DeviceId id) {
        OwnDevice device = devices.find(reader, id).orElseThrow(() -> absent(id));
        return device.installed() == null ? device : device.since(devices.installedSince(reader, id));
    }

    /// Devices of a serial, however its letters are written.
    ///
    /// @param di  of the label; null when it is not known
    public List<OwnDevice> find(Reader reader, @Nullable String di, String serial, int most) {
        return devices.find(reader, di, serial, most);
    }

    private Instant dueBefore() {
        return clock.instant().minus(CONFIRMED_FOR);
    }

    static ProblemException absent(DeviceId id) {
        return ProblemException.of(Problem.NOT_FOUND, "There is no device \"%s\" among yours.".formatted(id));
    }
}
