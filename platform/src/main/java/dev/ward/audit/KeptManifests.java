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
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads the manifests beside the chain, a part of a MiB at a time.
final class KeptManifests {

    private final ChainRepository chain;

    KeptManifests(ChainRepository chain) {
        this.chain = chain;
    }

    boolean isKept(byte[] sha256) {
        return !chain.manifestPart(sha256, 0).isEmpty();
    }

    /// Whether what is kept has the digest by which it is kept.
    boolean isWhole(byte[] sha256) {
        MessageDigest digest = Commitments.sha256();
        return read(sha256, digest::update) && Arrays.equals(sha256, digest.digest());
    }

    /// Gives the rows of a manifest that is whole, a part at a time.
    void rows(byte[] sha256, Consumer<List<String>> parts) {
        boolean read = read(
                sha256,
                bytes -> parts.accept(new BufferedReader(
                                new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))
                        .lines()
                        .toList()));
        if (!read) {
            throw new IllegalStateException("a manifest that is not whole was read");
        }
    }

    /// @return false when a part cannot be unpacked
    private boolean read(byte[] sha256, Consumer<byte[]> parts) {
        int part = 0;
        for (List<byte[]> lines = chain.manifestPart(sha256, part);
                !lines.isEmpty();
                lines = chain.manifestPart(sha256, ++part)) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(lines.getFirst()))) {
                parts.accept(unpacked.readAllBytes());
            } catch (ZipException | EOFException e) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }
}
