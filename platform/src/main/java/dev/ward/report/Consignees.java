package dev.ward.report;

import dev.ward.identity.Reader;
import dev.ward.reach.ReachFilter;
import dev.ward.reach.ReachedConsignee;
import dev.ward.reach.Reaches;
import dev.ward.web.TableFormat;
import dev.ward.web.TableOutput;
import dev.ward.web.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lists who got the devices that a case reaches. Memory does not grow with how many there are.
///
/// Source: 21 CFR 806.10(c)(11).
@Component
@Transactional(readOnly = true)
public class Consignees {

    /// Drafts show no more rows, and say how many there are.
    static final int MOST_SHOWN = 200;

    private static final List<String> HEAD =
            List.of(("consignee consignee_reference site address phone country reached_now distributed first_shipped_on"
                            + " last_shipped_on via")
                    .split(" "));

    private final Reaches reaches;

    Consignees(Reaches reaches) {
        this.reaches = reaches;
    }

    /// All of them in numbers, and the first of them.
    ///
    /// @param count        of rows: sites, and customers of which no site is known
    /// @param customers    to whom these belong
    /// @param sites        of the rows, those that are a site
    /// @param devices      that are reached, at them now
    /// @param distributed  to them, less what came back
    /// @param unaddressed  rows of which the address is not known
    /// @param unphoned     rows of which the telephone number is not known
    /// @param sha256       of the whole list, as [#write] writes it
    record Listed(
            List<ReachedConsignee> first,
            long count,
            long customers,
            long sites,
            long devices,
            long distributed,
            long unaddressed,
            long unphoned,
            String sha256) {

        static final Listed NONE = new Listed(List.of(), 0, 0, 0, 0, 0, 0, 0, "");

        Listed {
            first = List.copyOf(first);
        }

        /// "118 consignees at 301 sites"
        String words() {
            String consignees = Words.counted(customers, "consignee", "consignees");
            return sites == 0 ? consignees : "%s at %s".formatted(consignees, Words.counted(sites, "site", "sites"));
        }
    }

    /// Customers come one after the other, each with all its sites.
    Listed list(Reader reader, KnownOfCase known) {
        List<ReachedConsignee> first = new ArrayList<>();
        long[] sums = new long[7];
        UUID[] last = new UUID[1];
        MessageDigest digest = sha256();
        write(reader, known, new DigestOutputStream(OutputStream.nullOutputStream(), digest), one -> {
            if (first.size() < MOST_SHOWN) {
                first.add(one);
            }
            sums[0]++;
            sums[1] += one.devices();
            sums[2] += one.shipped();
            sums[3] += one.address() == null ? 1 : 0;
            sums[4] += one.phone() == null ? 1 : 0;
            sums[5] += one.site() == null ? 0 : 1;
            sums[6] += one.customer().equals(last[0]) ? 0 : 1;
            last[0] = one.customer();
        });
        return new Listed(
                first,
                sums[0],
                sums[6],
                sums[5],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                HexFormat.of().formatHex(digest.digest()));
    }

    /// Writes all of them as CSV, row by row.
    ///
    /// @return how many they are
    public long write(Reader reader, KnownOfCase known, OutputStream out) {
        long[] count = {0};
        write(reader, known, out, _ -> count[0]++);
        return count[0];
    }

    private void write(Reader reader, KnownOfCase known, OutputStream out, Consumer<ReachedConsignee> beside) {
        try {
            TableOutput table = TableOutput.open(TableFormat.CSV, out, "consignees", HEAD);
            reaches.consigneesOfAny(reader, known.subjects(), ReachFilter.inField(), one -> {
                put(table, one);
                beside.accept(one);
            });
            table.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(TableOutput table, ReachedConsignee one) {
        try {
            table.row(Arrays.asList(
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
                    one.via()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
