package dev.ward.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.web.SettingTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator may write of the server that takes e-mail.
class MailSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "smtp.maker.example, starttls, ward@maker.example, host and port",
        "smtp.maker.example:99999, starttls, ward@maker.example, host and port",
        "smtp.maker.example:587, starttls, '', no address of e-mail",
        "smtp.maker.example:587, ssl, ward@maker.example, 'starttls, tls or none'",
        "smtp.maker.example:25, none, ward@maker.example, on this machine alone",
        "127.0.0.1.maker.example:25, none, ward@maker.example, on this machine alone",
    })
    void whatCannotBeOrIsNotSafeIsRefused(String server, String security, String from, String words) {
        assertThatThrownBy(() -> new MailSettings(server, security, "", "", from))
                .isInstanceOf(SettingTrouble.class)
                .hasMessageContaining(words);
    }

    @Test
    void aPasswordIsNotPrinted() {
        MailSettings settings =
                new MailSettings("smtp.maker.example:587", "starttls", "ward", "hush-hush", "ward@maker.example");
        assertThat(settings.isSet()).isTrue();
        assertThat(settings.toString()).doesNotContain("hush-hush");
        assertThat(new MailSettings("", "starttls", "", "", "").isSet()).isFalse();
    }
}
