package dev.ward.mail;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What is to be sent by e-mail. A message is put in once by its key, within the transaction of whatever it tells of, and
/// goes out when a server takes it. Were Ward to stop in the moment after the server took it, it would go out twice.
@Service
public class Outbox {

    private static final int MOST_AT_ONCE = 50;
    private static final int LONGEST_FAILURE = 500;
    private static final Duration KEPT = Duration.ofDays(30);

    /// How long it waits behind each attempt; behind the last it is given up.
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private final MessageRepository messages;
    private final MailSettings settings;
    private final AuditTrail audit;
    private final Clock clock;
    private final @Nullable JavaMailSender sender;

    Outbox(MessageRepository messages, MailSettings settings, AuditTrail audit, Clock clock) {
        this.messages = messages;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.sender = settings.isSet() ? settings.sender() : null;
    }

    /// Whether the operator has named a server. Without one nothing can be put in.
    public boolean isOpen() {
        return sender != null;
    }

    /// Puts a message in.
    ///
    /// @param key  what it says, `due-digest/2026-12-01/…`: it is sent once
    /// @return whether it is new
    /// @throws IllegalStateException  when there is no server
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean put(String key, String recipient, String subject, String text) {
        if (sender == null) {
            throw new IllegalStateException("no server takes messages");
        }
        return messages.insert(key, recipient, subject, text, now());
    }

    /// The newest messages, without their texts.
    @Transactional(readOnly = true)
    public List<Message> newest(int most) {
        return messages.newest(most);
    }

    /// Lets one that was given up be tried again.
    ///
    /// @throws ProblemException  when there is none such
    @Transactional
    public void again(Actor actor, UUID id) {
        if (!messages.again(id, now())) {
            throw ProblemException.of(Problem.NOT_FOUND, "No message \"%s\" was given up.".formatted(id));
        }
        audit.record(actor, Act.of("mail.tried-again", "message", id.toString()));
    }

    /// Sends what waits. Each attempt is written down before it is made, and what came of it behind: no transaction is open
    /// while a server answers.
    @Scheduled(initialDelayString = "PT11S", fixedDelayString = "PT10S")
    public void deliver() {
        if (sender == null) {
            return;
        }
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            Instant now = now();
            Optional<MessageRepository.Attempt> next =
                    messages.take(now, now.plus(WAITS.getFirst()));
            if (next.isEmpty()) {
                break;
            }
            deliver(sender, next.get());
        }
        messages.forget(now().minus(KEPT));
    }

    private void deliver(JavaMailSender server, MessageRepository.Attempt attempt) {
        try {
            server.send(written(server, attempt));
            messages.sent(attempt.id(), now());
        } catch (MailException | MessagingException e) {
            String words = failure(e);
            Instant again = attempt.number() >= WAITS.size()
                    ? null
                    : now().plus(WAITS.get(attempt.number() - 1));
            messages.failed(
                    attempt.id(),
                    words,
                    again);
        }
    }

    /// What went wrong in one line, without what a server may have added to it.
    private static String failure(Exception e) {
        String words = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return words.length() > LONGEST_FAILURE ? words.substring(0, LONGEST_FAILURE) + "…" : words;
    }

    private MimeMessage written(JavaMailSender server, MessageRepository.Attempt attempt) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(attempt.recipient());
        helper.setSubject(attempt.subject());
        helper.setText(attempt.body());
        // Nobody answers it, and no vacation does.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
