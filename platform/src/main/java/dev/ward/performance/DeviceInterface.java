package dev.ward.performance;

import dev.ward.web.TypedText;

/// Where a model touches the world: what comes in there, or goes out.
///
/// @param revision  grows with each change
public record DeviceInterface(InterfaceId id, String name, Kind kind, Direction direction, int revision) {

    static final int LONGEST_NAME = 150;

    /// What it is made of.
    public enum Kind {
        NETWORK("Wired network"),
        WIRELESS("Wireless"),
        SERIAL("Serial or USB"),
        MEDIA("Removable media"),
        SERVICE("Service and maintenance"),
        CLINICAL("To other devices at the patient"),
        OPERATOR("Keys, screen and sound"),
        REMOTE("Remote or cloud service"),
        OTHER("Other"),
        UNKNOWN("Not known");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// Where what passes it goes, as the model sees it.
    public enum Direction {
        IN("In"),
        OUT("Out"),
        BOTH("Both ways"),
        UNKNOWN("Not known; counts as both ways");

        private final String title;

        Direction(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public DeviceInterface {
        name = TypedText.required("name", name, LONGEST_NAME);
    }
}
