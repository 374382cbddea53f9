package dev.ward.portal;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.customer.CustomerId;
import dev.ward.database.Uuids;
import dev.ward.device.DeviceId;
import dev.ward.identity.Reader;
import dev.ward.portal.ClaimFileRepository.Outcome;
import dev.ward.table.Row;
import dev.ward.table.Table;
import dev.ward.table.TableChoices;
import dev.ward.table.Tables;
import dev.ward.table.UnreadableTable;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes files in which customers say line by line what they have. Each line becomes a claim, or is kept with the
/// reason why it did not.
@Service
@Transactional
public class ClaimFiles {

    /// The headings that are known; one of the first four names the device.
    public static final List<String> HEADINGS = List.of(
            "device", "udi", "serial", "lot", "product", "presence", "release", "since", "site", "networked", "note");

    public static final int MOST_LINES = 5_000;
    public static final int MOST_UNREAD_SHOWN = 200;

    private static final int NAMING = 4;
    private static final int MOST_FILES = 50;

    private final ClaimFileRepository files;
    private final ClaimRepository claims;
    private final OwnDeviceRepository devices;
    private final OwnReleaseRepository releases;
    private final AuditTrail audit;
    private final Clock clock;

    ClaimFiles(
            ClaimFileRepository files,
            ClaimRepository claims,
            OwnDeviceRepository devices,
            OwnReleaseRepository releases,
            AuditTrail audit,
            Clock clock) {
        this.files = files;
        this.claims = claims;
        this.devices = devices;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
    }

    /// Takes a table, CSV or XLSX, with the headings of [#HEADINGS] in any order; others are passed over.
    ///
    /// @param in  read to its end
    /// @throws ProblemException  when it is no such table, or has more than 5,000 lines
    /// @throws IOException       when it breaks off; nothing of it is kept
    public ClaimFile take(Actor actor, Reader reader, String name, InputStream in) throws IOException {
        Sight sight = new Sight(reader, devices, releases);
        MessageDigest digest = SaidDigest.sha256();
        List<ClaimLine> lines;
        try (InputStream counted = new DigestInputStream(in, digest)) {
            lines = lines(counted, sight);
        } catch (UnreadableTable e) {
            throw ProblemException.of(Problem.INVALID, e.forPeople());
        }
        CustomerId customer = Claims.customer(reader);
        ClaimFileId id = new ClaimFileId(Uuids.next());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String sha256 = HexFormat.of().formatHex(digest.digest());
        files.insert(id, customer, name, sha256, actor, now);
        List<Outcome> outcomes = claim(new Source(id, name, actor, now), customer, lines, sight);
        files.insert(id, customer, outcomes);
        ClaimFile file = get(reader, id);
        audit.record(
                actor,
                Act.of("claims.filed", "claim-file", id.toString())
                        .after("name", name)
                        .after("sha256", sha256)
                        .after("claimed", Integer.toString(file.claimed()))
                        .after("repeated", Integer.toString(file.repeated()))
                        .after("unread", Integer.toString(file.unread())));
        return file;
    }

    private static List<ClaimLine> lines(InputStream in, Sight sight) throws IOException, UnreadableTable {
        try (Table table = Tables.open(in, TableChoices.NONE)) {
            Map<String, Integer> columns = columns(table.headings());
            List<ClaimLine> lines = new ArrayList<>();
            for (Row row = table.next(); row != null; row = table.next()) {
                if (lines.size() == MOST_LINES) {
                    throw ProblemException.of(
                            Problem.TOO_LARGE,
                            "The file has more than 5,000 lines. Nothing of it was kept; split it and send the parts.");
                }
                lines.add(ClaimLine.of(row, columns, sight.sites()));
            }
            return lines;
        }
    }

    private static Map<String, Integer> columns(List<String> headings) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            columns.putIfAbsent(headings.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        if (HEADINGS.subList(0, NAMING).stream().noneMatch(columns::containsKey)) {
            throw ProblemException.of(
                    Problem.INVALID,
                    "No column names the devices. The first line needs at least one of these headings: device, udi, serial, lot.");
        }
        return columns;
    }

    private record Source(ClaimFileId id, String name, Actor by, Instant at) {

        ClaimRepository.New claim(Said said, int line) {
            return new ClaimRepository.New(
                    new ClaimId(Uuids.next()), said, new Claim.Provenance(at, by, new Claim.FileLine(id, name, line)));
        }
    }

    private List<Outcome> claim(Source source, CustomerId customer, List<ClaimLine> lines, Sight sight) {
        LocalDate today = LocalDate.ofInstant(source.at(), ZoneOffset.ofHours(14));
        ClaimPolicy policy = new ClaimPolicy(sight);
        List<ClaimDraft> drafts = lines.stream()
                .map(ClaimLine::draft)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        sight.foresee(
                drafts.stream()
                        .map(ClaimDraft::device)
                        .<DeviceId>mapMulti((id, to) -> {
                            if (id != null) {
                                to.accept(id);
                            }
                        })
                        .toList(),
                drafts.stream()
                        .<String>mapMulti((draft, to) -> {
                            String serial = policy.serial(draft, today);
                            if (serial != null) {
                                to.accept(serial);
                            }
                        })
                        .toList());
        List<Outcome> outcomes = new ArrayList<>();
        List<ClaimRepository.New> made = new ArrayList<>();
        for (ClaimLine line : lines) {
            ClaimDraft draft = line.draft();
            if (draft == null) {
                outcomes.add(new Outcome(line, null));
                continue;
            }
            try {
                ClaimRepository.New claim = source.claim(policy.said(draft, today), line.line());
                made.add(claim);
                outcomes.add(new Outcome(line, claim.id()));
            } catch (ProblemException e) {
                outcomes.add(new Outcome(line.refused(e), null));
            }
        }
        Set<ClaimId> kept = claims.insert(customer, made);
        return outcomes.stream()
                .map(one -> one.claim() == null || kept.contains(one.claim()) ? one : new Outcome(one.line(), null))
                .toList();
    }

    /// @throws ProblemException  when there is none that the reader sees
    @Transactional(readOnly = true)
    public ClaimFile get(Reader reader, ClaimFileId id) {
        return files.find(reader, id)
                .orElseThrow(() ->
                        ProblemException.of(Problem.NOT_FOUND, "There is no file \"%s\" of yours.".formatted(id)));
    }

    /// The last 50, the newest first.
    @Transactional(readOnly = true)
    public List<ClaimFile> list(Reader reader) {
        return files.list(reader, MOST_FILES);
    }

    /// The lines that could not be taken; the first 200.
    @Transactional(readOnly = true)
    public List<ClaimFile.Unread> unread(Reader reader, ClaimFileId id) {
        return files.unread(reader, id, MOST_UNREAD_SHOWN);
    }
}
