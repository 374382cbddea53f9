package dev.ward.assessment;

import dev.ward.identity.Reader;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Tells what waits for documents of the design, from where releases are held up.
public interface UpdateHolds {

    /// @param words  "Gate Release of Infusion pump 2.1"
    /// @param href   its page
    record Held(String words, String href) {}

    /// @param due  that wait
    /// @return by the update's id; none for one that no release waits for
    Map<UUID, List<Held>> of(Reader reader, List<UpdateDue> due);
}
