package dev.ward.product;

import dev.ward.web.TypedText;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// In which places a device is used.
///
/// @param places  empty when nobody has said it
/// @param other   places that the list lacks
public record UseEnvironments(
        Set<UseEnvironment> places, @Nullable String other) implements ProfilePart {

    public static final int LONGEST_OTHER = 500;
    static final UseEnvironments UNSAID = new UseEnvironments(Set.of(), null);

    public UseEnvironments {
        places = inOrder(UseEnvironment.class, Objects.requireNonNullElse(places, Set.of()));
        other = TypedText.optional("other", other, LONGEST_OTHER);
    }

    /// The same in the order of the list, so that it is told and compared in one order.
    static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Collection<E> of) {
        Set<E> ordered = EnumSet.noneOf(type);
        of.stream().filter(Objects::nonNull).forEach(ordered::add);
        return java.util.Collections.unmodifiableSet(ordered);
    }

    @Override
    public ProfileSection section() {
        return ProfileSection.ENVIRONMENTS;
    }

    @Override
    public List<Fact> facts() {
        String words = places.stream().map(UseEnvironment::words).collect(Collectors.joining(", "));
        return List.of(
                new Fact("environments.places", "Use environments", words.isEmpty() ? null : words),
                new Fact("environments.other", "Other environments", other));
    }
}
