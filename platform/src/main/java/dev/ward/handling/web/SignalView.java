package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.Disposition;
import dev.ward.handling.Payload;
import dev.ward.handling.Signal;
import dev.ward.handling.SignalId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A signal as the API shows it.
record SignalView(
        UUID id,
        String origin,
        Instant received,
        @Nullable String learnedBy,
        String tlp,
        String title,
        @Nullable String text,
        @Nullable String reporter,
        @Nullable String contact,
        @Nullable String reference,
        List<String> products,
        List<String> vulnerabilities,
        @Nullable String payloadName,
        @Nullable String payloadSha256,
        String state,
        @Nullable String disposition,
        @Nullable UUID duplicateOf,
        @Nullable String ofCase,
        int revision) {

    static SignalView from(Signal signal) {
        Payload payload = signal.payload();
        Disposition disposition = signal.disposition();
        SignalId duplicate = signal.duplicateOf();
        CaseNumber number = signal.ofCase();
        return new SignalView(
                signal.id().value(),
                signal.origin().word(),
                signal.received(),
                signal.learnedBy(),
                signal.tlp().word(),
                signal.title(),
                signal.text(),
                signal.reporter(),
                signal.contact(),
                signal.reference(),
                signal.products(),
                signal.vulnerabilities(),
                payload == null ? null : payload.name(),
                payload == null ? null : payload.sha256(),
                signal.state().word(),
                disposition == null ? null : disposition.word(),
                duplicate == null ? null : duplicate.value(),
                number == null ? null : number.text(),
                signal.revision());
    }
}
