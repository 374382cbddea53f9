package dev.ward.product;

import dev.ward.web.TypedText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a device has to spare for security: a patch, a longer key and a log cost each of them.
public record Resources(Limit battery, Limit memory, Limit processing) implements ProfilePart {

    public static final int LONGEST = 2_000;
    static final Resources UNSAID = new Resources(Limit.UNSAID, Limit.UNSAID, Limit.UNSAID);

    /// @param limited  whether what is there is too little for some controls
    /// @param detail   how much there is, and what is left of it
    public record Limit(Answer limited, @Nullable String detail) {

        static final Limit UNSAID = new Limit(Answer.UNKNOWN, null);

        public Limit {
            limited = Objects.requireNonNullElse(limited, Answer.UNKNOWN);
        }

        Limit checked(String name) {
            return new Limit(limited, TypedText.lines(name + ".detail", detail, LONGEST));
        }
    }

    public Resources {
        battery = Objects.requireNonNullElse(battery, Limit.UNSAID).checked("battery");
        memory = Objects.requireNonNullElse(memory, Limit.UNSAID).checked("memory");
        processing = Objects.requireNonNullElse(processing, Limit.UNSAID).checked("processing");
    }

    @Override
    public ProfileSection section() {
        return ProfileSection.RESOURCES;
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                limited("Battery", battery),
                detail("Battery", battery),
                limited("Memory", memory),
                detail("Memory", memory),
                limited("Processing", processing),
                detail("Processing", processing));
    }

    private static Fact limited(String label, Limit limit) {
        return new Fact(
                "resources." + label.toLowerCase(Locale.ROOT) + ".limited",
                label + " is limited",
                limit.limited().words());
    }

    private static Fact detail(String label, Limit limit) {
        return new Fact(
                "resources." + label.toLowerCase(Locale.ROOT) + ".detail", label + ": how much", limit.detail());
    }
}
