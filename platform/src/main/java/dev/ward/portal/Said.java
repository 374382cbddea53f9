package dev.ward.portal;

import dev.ward.customer.ContactId;
import dev.ward.customer.SiteId;
import dev.ward.device.DeviceId;
import dev.ward.product.ReleaseId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer says.
public sealed interface Said {

    /// What it is about, in a few words: "Infusion pump Mini SN-0042".
    String about();

    /// What is said, a sentence each; at least one.
    List<String> sentences();

    /// Of one device.
    ///
    /// @param device     null for one that is not among the customer's
    /// @param installed  null when nothing is said of what is installed
    /// @param site       null when nothing is said of it
    /// @param networked  null when nothing is said of it
    record OfDevice(
            @Nullable DeviceId device,
            Label label,
            Presence presence,
            @Nullable Installed installed,
            @Nullable Place site,
            @Nullable Boolean networked,
            @Nullable String note)
            implements Said {

        @Override
        public String about() {
            return label.words();
        }

        @Override
        public List<String> sentences() {
            List<String> sentences = new ArrayList<>();
            if (presence != Presence.HERE) {
                sentences.add(presence.title());
            } else if (device == null) {
                sentences.add("It is here too");
            }
            if (installed != null) {
                sentences.add("Release %s is installed%s"
                        .formatted(
                                installed.version(), installed.since() == null ? "" : ", since " + installed.since()));
            }
            if (site != null) {
                sentences.add("It is at " + site.name());
            }
            if (networked != null) {
                sentences.add(networked ? "It is connected to a network" : "It is not connected to a network");
            }
            return sentences.isEmpty() ? List.of(Presence.HERE.title()) : List.copyOf(sentences);
        }
    }

    /// What a device is called on its label, as far as that is known.
    ///
    /// @param name  of the product and model
    /// @param udi   as it was scanned or typed
    record Label(
            @Nullable String name,
            @Nullable String udi,
            @Nullable String di,
            @Nullable String serial,
            @Nullable String lot) {

        public String words() {
            String kind = name == null ? "Device" : name;
            if (serial != null) {
                return kind + " " + serial;
            }
            if (lot != null) {
                return kind + ", lot " + lot;
            }
            return udi == null ? kind + " without serial" : kind + " " + udi;
        }
    }

    /// @param release  null when the version is none of those that the customer sees
    /// @param since    null when it was not said
    record Installed(
            @Nullable ReleaseId release,
            String version,
            @Nullable LocalDate since) {}

    record Place(SiteId id, String name) {}

    /// Of a person at the customer.
    ///
    /// @param contact  null for somebody new
    /// @param words    null when the claim has ended: what is personal of it was taken out
    record OfContact(@Nullable ContactId contact, @Nullable ContactWords words) implements Said {

        @Override
        public String about() {
            return words == null ? "A contact" : words.name();
        }

        @Override
        public List<String> sentences() {
            if (words == null) {
                return List.of(contact == null ? "Is a new contact" : "Is changed");
            }
            return words.sentences(contact == null);
        }
    }

    /// That it asks for the SBOM of a release.
    ///
    /// @param name  of the product and the version
    record WantsSbom(ReleaseId release, String name) implements Said {

        @Override
        public String about() {
            return name;
        }

        @Override
        public List<String> sentences() {
            return List.of("Asks for the SBOM");
        }
    }
}
