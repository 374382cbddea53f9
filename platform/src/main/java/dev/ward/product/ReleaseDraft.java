package dev.ward.product;

import dev.ward.web.TypedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a person says about a release.
///
/// @param model  null for the product as a whole
///
/// A [dev.ward.web.ProblemException] says when the version is missing, too long, or holds control characters, or the
/// date is none that a
/// release can have
public record ReleaseDraft(
        String version,
        @Nullable LocalDate released,
        @Nullable ModelId model) {

    public static final int LONGEST_VERSION = 100;

    public ReleaseDraft {
        version = TypedText.required("version", version, LONGEST_VERSION);
        TypedText.checkDate("released", released);
    }
}
