package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static void check(String password) {
        Passwords.check(password, "anna.berg@hospital.example", "Anna Berg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "123456789012",
                "qwertyuiop12",
                "1q2w3e4r5t6y",
                "iloveyou1234",
                "passwordpassword",
                "Passw0rd!Passw0rd!",
                "administrator2026",
                "wardwardward1",
                "hospital1234",
                "annabergannaberg"
            })
    void areNotWhatEverybodyGuessesFirst(String password) {
        assertThatThrownBy(() -> check(password))
                .isInstanceOf(AccountTrouble.class)
                .hasMessageContaining("easy to guess");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "purple monkey dishwasher",
                "трактор облако лиса",
                "kX9_2msLLa0Qd3Zz",
                "  spaces at both ends  "
            })
    void mayBeMadeOfAnyCharacters(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @Test
    void haveTwelveTo128Characters() {
        assertThatThrownBy(() -> check("tq7 zebra 9")).hasMessageContaining("at least 12");
        assertThatCode(() -> check("tq7 zebra 9k")).doesNotThrowAnyException();
        String long128 = "9 lorries carry 41 violins to Oslo; ".repeat(4).substring(0, 128);
        assertThatCode(() -> check(long128)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(long128 + "x")).hasMessageContaining("longer than 128");
    }

    @Test
    void areComparedAsTheyWereTyped() {
        Passwords passwords = new Passwords();
        String encoded = passwords.encode(" Correct horse battery ");

        assertThat(encoded).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches(" Correct horse battery ", encoded)).isTrue();
        assertThat(passwords.matches("Correct horse battery", encoded)).isFalse();
        assertThat(passwords.matches(" correct horse battery ", encoded)).isFalse();
        assertThat(passwords.matches(" Correct horse battery ", null)).isFalse();
    }
}
