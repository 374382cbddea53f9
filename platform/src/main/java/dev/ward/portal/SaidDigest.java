package dev.ward.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// SHA-256 over what is said, whoever says it and when: what says the same has the same.
final class SaidDigest {

    private SaidDigest() {}

    static byte[] of(Said said) {
        MessageDigest digest = sha256();
        for (Object part : parts(said)) {
            digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return digest.digest();
    }

    private static List<Object> parts(Said said) {
        return switch (said) {
            case Said.OfDevice device ->
                List.of(
                        "device",
                        device.device() == null ? label(device.label()) : device.device(),
                        device.presence(),
                        text(device.installed()),
                        device.site() == null ? "" : device.site().id(),
                        text(device.networked()),
                        text(device.note()));
            case Said.OfContact contact -> List.of("contact", text(contact.contact()), words(contact.words()));
            case Said.WantsSbom sbom -> List.of("sbom", sbom.release());
        };
    }

    private static String label(Said.Label label) {
        return String.join(
                "\n",
                text(label.name()),
                text(label.udi()),
                text(label.di()),
                text(label.serial()).toLowerCase(Locale.ROOT),
                text(label.lot()).toLowerCase(Locale.ROOT));
    }

    /// Sets have no order of their own.
    private static String words(@Nullable ContactWords words) {
        return words == null
                ? ""
                : String.join(
                        "\n",
                        words.name(),
                        words.role().word(),
                        text(words.site()),
                        text(words.email()),
                        text(words.phone()),
                        text(words.language()),
                        new TreeSet<>(words.channels()).toString(),
                        new TreeSet<>(words.consents()).toString(),
                        Boolean.toString(words.leaves()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
