package dev.ward.device.intake;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.device.FactSource;
import dev.ward.identity.Reader;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/// What service systems and devices themselves report of what is installed.
@Service
public class DeviceReports {

    /// Writers of devices go one after the other in any case.
    private static final int AT_ONCE = 4;

    /// Some hundred bytes each.
    private static final long MOST_LINES_HELD = 300_000;

    private final ReportApplication application;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReportBounds bounds;
    private final Turns writing = new Turns(AT_ONCE);
    private final Turns looking = new Turns(AT_ONCE);
    private final LinesInMemory held = new LinesInMemory(MOST_LINES_HELD);

    DeviceReports(
            ReportApplication application,
            JdbcClient jdbc,
            Clock clock,
            @Value("${ward.device-report-lines:100000}") long lines,
            @Value("${ward.device-report-most:64MB}") DataSize most) {
        this.application = application;
        this.jdbc = jdbc;
        this.clock = clock;
        this.bounds = new ReportBounds(lines, most.toBytes());
    }

    /// Refuses what says before it comes that it is too large.
    ///
    /// @param size  in bytes; negative when nobody knows
    public void refuseTooLarge(long size) {
        bounds.refuseTooLarge(size);
    }

    /// Takes one request: its good lines are applied in one transaction, or none is.
    ///
    /// @param reader  whose products the lines may name
    /// @param in      one JSON object a line
    /// @throws IOException       when the stream breaks off; then nothing was taken
    /// @throws ProblemException  when it is empty, too large, or has to wait too long; then nothing was taken
    public DeviceReport take(Actor actor, Reader reader, FactSource source, InputStream in) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReportNotes notes = new ReportNotes();
        Additions none = new Additions();
        Resolution resolution = new Resolution(
                new Catalogue(jdbc, reader), new Consignees(jdbc, reader, none), none, ReportReader.MAPPING, notes);
        try (LinesInMemory.Share share = held.share()) {
            ReportReader.Result read = new ReportReader(resolution, looking, share, notes, now).read(in, bounds);
            if (read.read() == 0) {
                throw ProblemException.of(
                        Problem.INVALID, "The request reports nothing: send one JSON object a line, in UTF-8.");
            }
            return apply(new ReportApplication.Request(Uuids.next(), actor, source, now), read, notes);
        }
    }

    private DeviceReport apply(ReportApplication.Request request, ReportReader.Result read, ReportNotes notes) {
        writing.await();
        try {
            return application.apply(request, read, notes);
        } finally {
            writing.end();
        }
    }
}
