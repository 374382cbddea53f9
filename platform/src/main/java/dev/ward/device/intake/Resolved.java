package dev.ward.device.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one row says, its names replaced by those that they mean.
///
/// @param release        null where the row says nothing, and where it says that it is not known
/// @param saysRelease    whether it says something of the release
record Resolved(
        Line line,
        UUID product,
        @Nullable UUID model,
        @Nullable UUID release,
        boolean saysRelease,
        @Nullable UUID configuration,
        @Nullable UUID customer,
        @Nullable UUID site,
        @Nullable String country,
        @Nullable UUID via) {

    private static final int DIGEST = 16;

    /// The same for rows that say the same, whatever words they use.
    byte[] digest() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Line.Unit unit = line.unit();
            Line.Terms terms = line.terms();
            Object[] values = {
                product,
                model,
                unit.di(),
                unit.serial(),
                unit.lot(),
                unit.manufactured(),
                unit.expires(),
                saysRelease ? Objects.requireNonNullElse(release, Words.UNKNOWN) : null,
                configuration,
                customer,
                site,
                country,
                line.place().reference(),
                terms.networked(),
                terms.contractUntil(),
                terms.warrantyUntil(),
                terms.status(),
                terms.confirmed(),
                line.shipped().on(),
                line.shipped().note(),
                via
            };
            for (Object value : values) {
                out.writeBoolean(value != null);
                if (value instanceof UUID id) {
                    out.writeLong(id.getMostSignificantBits());
                    out.writeLong(id.getLeastSignificantBits());
                } else if (value != null) {
                    out.writeUTF(value.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory cannot fail", e);
        }
        return Arrays.copyOf(sha256().digest(bytes.toByteArray()), DIGEST);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
