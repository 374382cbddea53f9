package dev.ward.product;

import dev.ward.web.TypedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a device is for, and for whom; null is what nobody has said.
///
/// @param commonName    the common or usual name: "Infusion pump"
/// @param users         who operates it, with which training
/// @param patients      on whom it is used
/// @param expectedLife  in years from manufacture, 1 to 100
///
/// Source: 21 CFR 801.4 (intended use); 21 CFR 806.10(c)(3) and (10).
public record Purpose(
        @Nullable String commonName,
        @Nullable String intendedUse,
        @Nullable String users,
        @Nullable String patients,
        @Nullable Integer expectedLife)
        implements ProfilePart {

    public static final int LONGEST = 4_000;
    static final Purpose UNSAID = new Purpose(null, null, null, null, null);

    private static final int LONGEST_LIFE = 100;

    public Purpose {
        commonName = TypedText.optional("commonName", commonName, ProductDraft.LONGEST_NAME);
        intendedUse = TypedText.lines("intendedUse", intendedUse, LONGEST);
        users = TypedText.lines("users", users, LONGEST);
        patients = TypedText.lines("patients", patients, LONGEST);
        if (expectedLife != null && (expectedLife < 1 || expectedLife > LONGEST_LIFE)) {
            throw TypedText.refused(
                    "expectedLife",
                    "The expected life is from 1 to %d years, not \"%d\".".formatted(LONGEST_LIFE, expectedLife),
                    "is not from 1 to %d years".formatted(LONGEST_LIFE));
        }
    }

    @Override
    public ProfileSection section() {
        return ProfileSection.PURPOSE;
    }

    @Override
    public List<Fact> facts() {
        String years = expectedLife == null ? null : expectedLife + (expectedLife == 1 ? " year" : " years");
        return List.of(
                new Fact("purpose.commonName", "Common name", commonName),
                new Fact("purpose.intendedUse", "Intended use", intendedUse),
                new Fact("purpose.users", "Users", users),
                new Fact("purpose.patients", "Patients", patients),
                new Fact("purpose.expectedLife", "Expected life", years));
    }
}
