package dev.ward.product;

import dev.ward.web.TypedText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// In which ways a device exchanges data.
///
/// @param connections  empty when nobody has said it; `NONE` alone when it has none
/// @param other        ways that the list lacks
/// @param internet     whether it reaches the internet by any of them, also by way of another device
public record Connectivity(
        Set<Connection> connections, @Nullable String other, Answer internet) implements ProfilePart {

    public static final int LONGEST_OTHER = 500;
    static final Connectivity UNSAID = new Connectivity(Set.of(), null, Answer.UNKNOWN);

    public Connectivity {
        connections = UseEnvironments.inOrder(Connection.class, Objects.requireNonNullElse(connections, Set.of()));
        other = TypedText.optional("other", other, LONGEST_OTHER);
        internet = Objects.requireNonNullElse(internet, Answer.UNKNOWN);
        if (connections.contains(Connection.NONE) && (connections.size() > 1 || other != null)) {
            throw TypedText.refused(
                    "connections",
                    "\"None\" stands beside a connection. Take one of them away.",
                    "says \"none\" and a connection too");
        }
        if (connections.contains(Connection.NONE) && internet == Answer.YES) {
            throw TypedText.refused(
                    "internet",
                    "Without any connection the device does not reach the internet.",
                    "says yes, while there is no connection");
        }
    }

    @Override
    public ProfileSection section() {
        return ProfileSection.CONNECTIVITY;
    }

    @Override
    public List<Fact> facts() {
        String words = connections.stream().map(Connection::words).collect(Collectors.joining(", "));
        return List.of(
                new Fact("connectivity.connections", "Connections", words.isEmpty() ? null : words),
                new Fact("connectivity.other", "Other connections", other),
                new Fact("connectivity.internet", "Reaches the internet", internet.words()));
    }
}
