package dev.ward.product.web;

import dev.ward.product.Answer;
import dev.ward.product.Profile;
import dev.ward.product.ProfileVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A profile as the API shows it.
///
/// @param cyberDevice  what follows from the three conditions
/// @param saved        null when nobody has saved it yet
/// @param by           who saved it, as it was called then
record SavedProfileView(
        int version,
        Answer cyberDevice,
        Profile profile,
        @Nullable Instant saved,
        @Nullable String by) {

    static final SavedProfileView UNSAID = new SavedProfileView(0, Answer.UNKNOWN, Profile.UNSAID, null, null);

    static SavedProfileView from(ProfileVersion version) {
        return new SavedProfileView(
                version.version(),
                version.profile().cyberDevice().result(),
                version.profile(),
                version.saved(),
                version.author().name());
    }
}
