package dev.ward.audit;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Proves that the trail is whole, or names the first entry where it is not. Memory does not grow with the
/// trail.
@Component
public class AuditVerification {

    private final ChainRepository chain;

    AuditVerification(ChainRepository chain) {
        this.chain = chain;
    }

    /// Makes a verification over a database without an application around it, as a command does.
    public static AuditVerification over(JdbcClient jdbc) {
        return new AuditVerification(new ChainRepository(jdbc));
    }

    public Verdict verify() {
        return verify((ChainHead) null);
    }

    /// Verifies the live database: the chain, the personal values that it commits to, and the manifests kept
    /// here.
    ///
    /// @param known  a head noted before, which must still be in the chain (a chain alone cannot tell that its
    ///               newest entries were cut off); null when none was
    public Verdict verify(@Nullable ChainHead known) {
        ChainCheck check = new ChainCheck(known);
        for (List<Link> stretch = chain.after(0); !stretch.isEmpty(); stretch = chain.after(check.next() - 1)) {
            long from = check.next();
            boolean whole = stretch.stream().allMatch(check::follow);
            if (check.next() > from) {
                whole &= checkBeside(check, from, check.next() - 1);
            }
            if (!whole) {
                break;
            }
        }
        return check.verdict();
    }

    /// Verifies an exported file: the chain alone, since personal values and manifests stay in the database.
    public static Verdict verify(InputStream export, @Nullable ChainHead known) throws IOException {
        ChainCheck check = new ChainCheck(known);
        BufferedReader lines = new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Link link = ExportLine.parse(line);
            if (link == null) {
                check.fail(check.next(), "its line is no entry of an export");
                break;
            }
            if (!check.follow(link)) {
                break;
            }
        }
        return check.verdict();
    }

    private boolean checkBeside(ChainCheck check, long from, long to) {
        ChainRepository.Fault fault =
                chain.personalFaults(from, to).stream().findFirst().orElse(null);
        long last = fault == null ? to : fault.seq();
        for (ChainRepository.Kept kept : chain.manifests(from, last)) {
            byte[] digest = HexFormat.of().parseHex(kept.digest());
            if (!Arrays.equals(digest, digestOfParts(digest))) {
                return check.fail(kept.seq(), "the manifest kept beside it is not the one that it names");
            }
        }
        return fault == null || check.fail(fault.seq(), fault.words());
    }

    private byte[] digestOfParts(byte[] sha256) {
        MessageDigest digest = Commitments.sha256();
        int part = 0;
        for (List<byte[]> lines = chain.manifestPart(sha256, part);
                !lines.isEmpty();
                lines = chain.manifestPart(sha256, ++part)) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(lines.getFirst()))) {
                digest.update(unpacked.readAllBytes());
            } catch (ZipException | EOFException e) {
                return new byte[0];
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return digest.digest();
    }
}
