package dev.ward.handling;

import dev.ward.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something to do in a case.
///
/// @param due   null when no day was set
/// @param done  null while it is to be done
public record Task(
        UUID id,
        CaseNumber ofCase,
        String title,
        @Nullable AccountId assignee,
        @Nullable LocalDate due,
        @Nullable Instant done) {}
