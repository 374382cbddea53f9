package dev.ward.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps the rows of bulk acts in parts, so that neither side holds them all.
@Repository
class ManifestRepository {

    /// Bytes of text in one part, before it is packed.
    private static final int PART = 1 << 20;

    private final JdbcClient jdbc;

    ManifestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param rows  sorted by their UTF-8 bytes, none with a line feed
    Manifest keep(String changeSet, Iterable<String> rows) {
        MessageDigest digest = digest(rows);
        byte[] sha256 = digest.digest();
        if (kept(sha256)) {
            return new Manifest(changeSet, count(rows), sha256);
        }
        Iterator<String> left = rows.iterator();
        long count = 0;
        for (int part = 0; left.hasNext(); part++) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (; left.hasNext() && lines.size() < PART; count++) {
                lines.writeBytes(line(left.next()));
            }
            jdbc.sql("INSERT INTO audit.manifest (sha256, part, lines) VALUES (:sha256, :part, :lines)")
                    .param("sha256", sha256)
                    .param("part", part)
                    .param("lines", packed(lines.toByteArray()))
                    .update();
        }
        return new Manifest(changeSet, count, sha256);
    }

    private static MessageDigest digest(Iterable<String> rows) {
        MessageDigest digest = Commitments.sha256();
        String last = null;
        for (String row : rows) {
            if (row.indexOf('\n') >= 0 || (last != null && compare(last, row) > 0)) {
                throw new IllegalArgumentException("no row in order: \"%s\" after \"%s\"".formatted(row, last));
            }
            digest.update(line(row));
            last = row;
        }
        return digest;
    }

    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static long count(Iterable<String> rows) {
        long count = 0;
        for (Iterator<String> left = rows.iterator(); left.hasNext(); left.next()) {
            count++;
        }
        return count;
    }

    private boolean kept(byte[] sha256) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM audit.manifest WHERE sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private static byte[] line(String row) {
        return (row + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] lines) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
