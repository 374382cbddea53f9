package dev.ward.signature;

import dev.ward.identity.Reauthenticated;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// A person who has just been recognised for one signature; only [Signing] makes it.
public final class Signer {

    private final Reauthenticated person;
    private final List<String> components;
    private final UUID session;
    private final ZoneId zone;

    Signer(Reauthenticated person, List<String> components, UUID session, ZoneId zone) {
        this.person = person;
        this.components = List.copyOf(components);
        this.session = session;
        this.zone = zone;
    }

    public Reauthenticated person() {
        return person;
    }

    List<String> components() {
        return components;
    }

    UUID session() {
        return session;
    }

    ZoneId zone() {
        return zone;
    }
}
