package dev.ward.handling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Any information that may point to a vulnerability or an exploit.
///
/// @param received     when the manufacturer learned of it
/// @param learnedBy    through whom the manufacturer learned of it; null when it was not said
/// @param reporter     who tells of it; null when nobody is named
/// @param contact      how to reach them
/// @param reference    the number that others gave it
/// @param products     as they were named, whether Ward knows them or not
/// @param vulnerabilities  as they were named
/// @param payload      what came; null when nothing was kept
/// @param disposition  null unless it is dispositioned
/// @param duplicateOf  the signal that came first; null unless it is a duplicate
/// @param ofCase       the case that it is joined to
/// @param revision     goes up with every act
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices (2016), IV.
public record Signal(
        SignalId id,
        Origin origin,
        Instant received,
        @Nullable String learnedBy,
        Tlp tlp,
        String title,
        @Nullable String text,
        @Nullable String reporter,
        @Nullable String contact,
        @Nullable String reference,
        List<String> products,
        List<String> vulnerabilities,
        @Nullable Payload payload,
        SignalState state,
        @Nullable Disposition disposition,
        @Nullable SignalId duplicateOf,
        @Nullable CaseNumber ofCase,
        int revision,
        Instant entered,
        String enteredBy) {

    public Signal {
        products = List.copyOf(products);
        vulnerabilities = List.copyOf(vulnerabilities);
    }
}
