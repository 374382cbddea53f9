package dev.ward.handling;

import dev.ward.identity.AccountId;
import java.time.Instant;

/// Who works on a case; of an embargoed one, who is read in.
public record Participant(AccountId account, String name, Instant since) {}
