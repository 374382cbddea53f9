package dev.ward.standards.intake;

import dev.ward.standards.advisory.AdvisoryVisitor;
import dev.ward.standards.epss.EpssReader;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.kev.KevCsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Reads any file of a vulnerability source, told by its content and never by its name.
///
/// It reads CVE records, OSV records, records of the NVD's API and feeds 2.0, CISA's KEV catalogue and EPSS scores:
/// one record, one to a line, in an array or in a feed, also packed as gzip or zip. One record is in memory at a
/// time.
public final class AdvisoryIntake {

    private final AdvisoryTally tally;
    private final Unpacking unpacking;

    private AdvisoryIntake(AdvisoryTally tally) {
        this.tally = tally;
        this.unpacking = new Unpacking(this::take, tally);
    }

    /// What was taken from an input.
    ///
    /// @param kinds    the kinds of records that it holds; more than one only in an array, an archive or by line
    /// @param records  how many records were told
    /// @param unread   how many parts were told as unread, lost or only marked
    public record Taken(Set<AdvisoryKind> kinds, long records, long unread) {

        public Taken {
            kinds = Set.copyOf(kinds);
        }
    }

    /// Reads an input to its end and leaves it open. A damaged record does not hide the next one; of a damaged
    /// document what stands before the damage is told.
    ///
    /// @param name  what to call the input in messages
    /// @throws UnreadableInput  when nothing of it could be read: it is of a kind that Ward does not read, or empty
    /// @throws IOException      when `in` fails
    public static Taken read(String name, InputStream in, AdvisoryVisitor visitor) throws IOException, UnreadableInput {
        AdvisoryTally tally = new AdvisoryTally(visitor);
        new AdvisoryIntake(tally).take(name, in, 0);
        return tally.taken();
    }

    private void take(String name, InputStream in, int depth) throws IOException, UnreadableInput {
        AdvisoryHead head = AdvisoryHead.read(in);
        InputStream whole = head.whole(in);
        switch (head.format()) {
            case GZIP -> unpacking.gzip(name, whole, depth);
            case ZIP -> unpacking.zip(name, whole, depth);
            case JSON -> new AdvisoryDocument(name, tally).read(whole);
            case JSON_LINES -> new AdvisoryLines(name, tally).read(whole);
            case EPSS_CSV -> epss(name, whole);
            case KEV_CSV -> kev(name, whole);
            case OTHER ->
                throw tally.report(name).refusal(Location.START, "the input", Described.notRead(head.description()));
        }
    }

    private void epss(String name, InputStream in) throws IOException {
        tally.kind(AdvisoryKind.EPSS);
        long told = EpssReader.read(in, tally::epss, tally.report(name));
        tellWhenEmpty(name, told);
    }

    private void kev(String name, InputStream in) throws IOException {
        tally.kind(AdvisoryKind.KEV);
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        long told = KevCsvReader.read(reader, tally::kev, tally.report(name));
        tellWhenEmpty(name, told);
    }

    private void tellWhenEmpty(String name, long told) {
        if (told == 0) {
            tally.report(name).kept(Location.START, "the table", "holds no records");
        }
    }
}
