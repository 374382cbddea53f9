package dev.ward.product;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// What a device type is for, where and how it is used, what it can do without, and under which rules it stands.
public record Profile(
        Purpose purpose,
        UseEnvironments environments,
        Connectivity connectivity,
        EmergencyAccess emergency,
        Resources resources,
        Classification classification,
        CyberDevice cyberDevice) {

    /// Of which nobody has said anything.
    public static final Profile UNSAID = new Profile(
            Purpose.UNSAID,
            UseEnvironments.UNSAID,
            Connectivity.UNSAID,
            EmergencyAccess.UNSAID,
            Resources.UNSAID,
            Classification.UNSAID,
            CyberDevice.UNSAID);

    /// Parts that were left out are unsaid.
    public Profile {
        purpose = Objects.requireNonNullElse(purpose, Purpose.UNSAID);
        environments = Objects.requireNonNullElse(environments, UseEnvironments.UNSAID);
        connectivity = Objects.requireNonNullElse(connectivity, Connectivity.UNSAID);
        emergency = Objects.requireNonNullElse(emergency, EmergencyAccess.UNSAID);
        resources = Objects.requireNonNullElse(resources, Resources.UNSAID);
        classification = Objects.requireNonNullElse(classification, Classification.UNSAID);
        cyberDevice = Objects.requireNonNullElse(cyberDevice, CyberDevice.UNSAID);
    }

    public ProfilePart part(ProfileSection section) {
        return switch (section) {
            case PURPOSE -> purpose;
            case ENVIRONMENTS -> environments;
            case CONNECTIVITY -> connectivity;
            case EMERGENCY -> emergency;
            case RESOURCES -> resources;
            case CLASSIFICATION -> classification;
            case CYBER_DEVICE -> cyberDevice;
        };
    }

    /// The same with one part said otherwise.
    public Profile with(ProfilePart part) {
        return new Profile(
                part instanceof Purpose other ? other : purpose,
                part instanceof UseEnvironments other ? other : environments,
                part instanceof Connectivity other ? other : connectivity,
                part instanceof EmergencyAccess other ? other : emergency,
                part instanceof Resources other ? other : resources,
                part instanceof Classification other ? other : classification,
                part instanceof CyberDevice other ? other : cyberDevice);
    }

    /// All that it says and could say, part after part.
    public List<Fact> facts() {
        return Arrays.stream(ProfileSection.values())
                .flatMap(section -> part(section).facts().stream())
                .toList();
    }

    /// What two of its parts say against each other, in sentences; the worse of them is believed until one is mended.
    public List<String> contradictions() {
        Answer reaches = connectivity.internet();
        Answer can = cyberDevice.internet().answer();
        if (reaches == Answer.YES && can == Answer.NO) {
            return List.of("It reaches the internet, but the second condition of a cyber device says that it cannot.");
        }
        if (connectivity.connections().contains(Connection.NONE) && can == Answer.YES) {
            return List.of(
                    "It has no connections, but the second condition of a cyber device says that it can connect.");
        }
        return List.of();
    }
}
