package dev.ward.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody wants to grant. Whatever is missing is refused by the name of its field.
///
/// @param from   null for today
/// @param until  null without an end
public record QualificationDraft(
        @Nullable Competence competence,
        @Nullable String basis,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
