package dev.ward.mail;

import dev.ward.web.SettingTrouble;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// The server that takes messages, as the operator names it. Without one Ward sends none.
///
/// @param server    `smtp.maker.example:587`
/// @param security  `starttls` (asked of the server, and nothing is sent without it), `tls` from the
///                  first byte, or `none`, on this machine alone
/// @param from      whom the messages come from: `ward@maker.example`
@Component
record MailSettings(
        @Value("${ward.mail.server:}") String server,
        @Value("${ward.mail.security:starttls}") String security,
        @Value("${ward.mail.user:}") String user,
        @Value("${ward.mail.password:}") String password,
        @Value("${ward.mail.from:}") String from) {

    private static final Pattern SERVER = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+]):(\\d{1,5})");
    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String PATIENCE = "20000";

    MailSettings {
        if (!server.isBlank()) {
            String host = host(server);
            if (from.isBlank() || !from.contains("@")) {
                throw new SettingTrouble("WARD_MAIL_SERVER is set, and WARD_MAIL_FROM is no address of e-mail");
            }
            if (!Set.of("starttls", "tls", "none").contains(security)) {
                throw new SettingTrouble(
                        "WARD_MAIL_SECURITY is \"%s\"; it is starttls, tls or none".formatted(security));
            }
            if (security.equals("none") && !LOCAL.contains(host)) {
                throw new SettingTrouble("WARD_MAIL_SECURITY=none is for a server on this machine alone");
            }
        }
    }

    boolean isSet() {
        return !server.isBlank();
    }

    JavaMailSender sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host(server));
        sender.setPort(Integer.parseInt(parts(server).group(2)));
        sender.setDefaultEncoding("UTF-8");
        sender.setProtocol(security.equals("tls") ? "smtps" : "smtp");
        Properties properties = sender.getJavaMailProperties();
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.setProperty(protocol + "connectiontimeout", PATIENCE);
            properties.setProperty(protocol + "timeout", PATIENCE);
            properties.setProperty(protocol + "writetimeout", PATIENCE);
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
            properties.setProperty(protocol + "auth", Boolean.toString(!user.isBlank()));
        }
        if (security.equals("starttls")) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        if (!user.isBlank()) {
            sender.setUsername(user);
            sender.setPassword(password);
        }
        return sender;
    }

    private static String host(String server) {
        return parts(server).group(1);
    }

    private static Matcher parts(String server) {
        Matcher parts = SERVER.matcher(server.strip());
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            throw new SettingTrouble(
                    "WARD_MAIL_SERVER is \"%s\"; write host and port: smtp.maker.example:587".formatted(server));
        }
        return parts;
    }

    /// The password is nobody's to read.
    @Override
    public String toString() {
        return "MailSettings[%s]".formatted(server);
    }
}
