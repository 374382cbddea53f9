package dev.ward.product;

import dev.ward.web.TypedText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How those who have to help reach a device when its usual way in is closed or too slow.
///
/// @param needed      whether anyone needs such access
/// @param who         who needs it, where
/// @param way         how it is had, and how it is known that it was: break-glass, a mode without sign-in, a switch
/// @param within      in what time it must be had, and for how long it stays
/// @param afterwards  what is looked at when it was used
///
/// Source: AdvaMed, Medical Device Cybersecurity Principles, 1b; MDS2 (HN 1-2019), EMRG.
public record EmergencyAccess(
        Answer needed,
        @Nullable String who,
        @Nullable String way,
        @Nullable String within,
        @Nullable String afterwards) implements ProfilePart {

    public static final int LONGEST = 2_000;
    static final EmergencyAccess UNSAID = new EmergencyAccess(Answer.UNKNOWN, null, null, null, null);

    public EmergencyAccess {
        needed = Objects.requireNonNullElse(needed, Answer.UNKNOWN);
        who = TypedText.lines("who", who, LONGEST);
        way = TypedText.lines("way", way, LONGEST);
        within = TypedText.optional("within", within, ProductDraft.LONGEST_NAME);
        afterwards = TypedText.lines("afterwards", afterwards, LONGEST);
    }

    @Override
    public ProfileSection section() {
        return ProfileSection.EMERGENCY;
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                new Fact("emergency.needed", "Emergency access is needed", needed.words()),
                new Fact("emergency.who", "Who needs it", who),
                new Fact("emergency.way", "How it is had", way),
                new Fact("emergency.within", "Within what time", within),
                new Fact("emergency.afterwards", "Afterwards", afterwards));
    }
}
