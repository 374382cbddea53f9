package dev.ward.handling.web;

import dev.ward.document.Arrival;
import dev.ward.document.DocumentTooLarge;
import dev.ward.document.Documents;
import dev.ward.handling.Signal;
import dev.ward.handling.SignalDraft;
import dev.ward.handling.Signals;
import dev.ward.identity.CurrentActor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes in what comes with a signal or is put to a case, before any transaction begins.
@Component
class PayloadIntake {

    private static final long MOST_BYTES = 50L << 20;

    private final Signals signals;
    private final Documents documents;
    private final CurrentActor actor;

    PayloadIntake(Signals signals, Documents documents, CurrentActor actor) {
        this.signals = signals;
        this.documents = documents;
        this.actor = actor;
    }

    /// @param payload  as text; null or empty when nothing came
    Signal enter(SignalDraft draft, @Nullable String payload, String name) {
        if (payload == null || payload.isEmpty()) {
            return signals.enter(actor.get(), draft);
        }
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        try (Arrival arrival = receive(new ByteArrayInputStream(bytes))) {
            return signals.enter(actor.get(), draft, arrival, name);
        }
    }

    /// @throws ProblemException  when it is too large, or breaks off
    Arrival receive(InputStream in) {
        try {
            return documents.receive(in, MOST_BYTES);
        } catch (DocumentTooLarge e) {
            throw ProblemException.of(Problem.TOO_LARGE, "Files of up to 50 MiB are kept.");
        } catch (IOException e) {
            throw ProblemException.of(Problem.INVALID, "The file broke off while it was sent.");
        }
    }
}
