package dev.ward.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.ward.audit.AuditTrail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A server that takes e-mail, and an outbox that sends to it.
public final class TestMail implements AutoCloseable {

    private final GreenMail server;
    private final int port;

    public TestMail() {
        this.server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        this.port = server.getSmtp().getPort();
    }

    public Outbox outbox(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        MailSettings settings =
                new MailSettings("127.0.0.1:" + port, "none", "", "", "ward@maker.example");
        return new Outbox(new MessageRepository(jdbc), settings, audit, clock);
    }

    /// An outbox for which no server is named.
    public static Outbox closed(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        return new Outbox(new MessageRepository(jdbc), new MailSettings("", "starttls", "", "", ""), audit, clock);
    }

    /// Recipient, subject and text of each message that came.
    public List<String> received() {
        List<String> all = new ArrayList<>();
        try {
            for (MimeMessage one : server.getReceivedMessages()) {
                all.add("%s | %s | %s".formatted(one.getAllRecipients()[0], one.getSubject(), one.getContent()));
            }
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    /// Nobody answers from now on.
    public void stop() {
        server.stop();
    }

    @Override
    public void close() {
        server.stop();
    }
}
