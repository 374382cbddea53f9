package dev.ward.reach;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A release that a subject reaches.
///
/// @param certain   false where only a candidate says so: a name agrees, and nobody has confirmed it
/// @param findings  how many open findings or candidates say so; 0 where the subject is no vulnerability
/// @param devices   how many units have it installed, of those asked for
/// @param counted   units without serials: quantities of lots, installations, tenants
public record ReachedRelease(
        UUID id,
        UUID product,
        @Nullable UUID model,
        String name,
        boolean certain,
        long findings,
        long devices,
        long counted) {

    ReachedRelease with(long moreDevices, long moreCounted) {
        return new ReachedRelease(id, product, model, name, certain, findings, moreDevices, moreCounted);
    }
}
