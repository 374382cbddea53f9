package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.web.ProblemException;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QualificationsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final IdentityDatabase database = new IdentityDatabase();
    private final Qualifications qualifications = database.identities.qualifications();

    @AfterEach
    void close() {
        database.close();
    }

    private Qualification grant(AccountId to, @Nullable LocalDate from, @Nullable LocalDate until) {
        return qualifications.grant(
                TestCallers.TRAINING, to, new QualificationDraft(Competence.SECURITY, "TR-7", from, until));
    }

    @Test
    void letsNobodySignWhoIsNotQualifiedAndSaysWhoGrantsIt() {
        AccountId anna = database.anna("product-security");

        assertThatThrownBy(() -> qualifications.confirm(anna, Competence.SECURITY))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("none was ever granted")
                .hasMessageContaining("Nobody else can grant one yet");
        database.identities
                .accounts()
                .createAccount(
                        IdentityDatabase.TEST,
                        "q@example.org",
                        "Quin",
                        "quality-regulatory",
                        IdentityDatabase.PASSWORD);
        assertThat(qualifications.refusal(anna, Competence.SECURITY))
                .hasValueSatisfying(
                        words -> assertThat(words).endsWith("It is granted by Quin (Quality and regulatory)."));

        grant(anna, null, null);

        qualifications.confirm(anna, Competence.SECURITY);
        assertThat(qualifications.refusal(anna, Competence.CLINICAL_SAFETY)).isPresent();
        assertThat(database.acts()).endsWith("account.qualified");
    }

    @Test
    void holdsFromItsFirstDayToItsLast() {
        AccountId anna = database.anna("product-security");
        grant(anna, TODAY.plusDays(1), TODAY.plusDays(2));

        assertThat(qualifications.refusal(anna, Competence.SECURITY))
                .hasValueSatisfying(words -> assertThat(words).contains("TR-7 holds from 2026-11-23 on"));
        database.wait(Duration.ofDays(1));
        assertThat(qualifications.refusal(anna, Competence.SECURITY)).isEmpty();
        database.wait(Duration.ofDays(1));
        assertThat(qualifications.refusal(anna, Competence.SECURITY)).isEmpty();
        database.wait(Duration.ofDays(1));
        assertThat(qualifications.refusal(anna, Competence.SECURITY))
                .hasValueSatisfying(words -> assertThat(words).contains("TR-7 ended with 2026-11-24"));
        assertThatThrownBy(() -> grant(anna, null, TODAY)).hasMessageContaining("is over");
    }

    @Test
    void opensNothingWhenItIsRevokedAndKeepsWhy() {
        AccountId anna = database.anna("product-security");
        Qualification granted = grant(anna, null, null);

        assertThatThrownBy(() -> qualifications.revoke(TestCallers.TRAINING, anna, granted.id(), " "))
                .hasMessageContaining("reason is missing");
        qualifications.revoke(TestCallers.TRAINING, anna, granted.id(), "Retraining is due.");

        assertThat(qualifications.refusal(anna, Competence.SECURITY))
                .hasValueSatisfying(words -> assertThat(words).contains("TR-7 was revoked on 2026-11-22"));
        Qualification.Revoked revoked = qualifications.list(anna).getFirst().revoked();
        assertThat(revoked).isNotNull();
        assertThat(revoked.because()).isEqualTo("Retraining is due.");
        assertThatThrownBy(() -> qualifications.revoke(TestCallers.TRAINING, anna, granted.id(), "Again."))
                .hasMessageContaining("revoked before");
        assertThat(database.acts()).endsWith("account.qualification-revoked");
    }

    @Test
    void isNeverGrantedToOneself() {
        AccountId quin = database.anna("quality-regulatory");
        Caller caller = database.identities
                .sessions()
                .find(database.secret("quality-regulatory"))
                .orElseThrow();

        assertThatThrownBy(() -> qualifications.grant(
                        caller, quin, new QualificationDraft(Competence.SECURITY, "TR-7", null, null)))
                .hasMessageContaining("Nobody qualifies themselves");
        assertThat(qualifications.list(quin)).isEmpty();
    }

    @Test
    void mayBeHeldTwiceAndThenBothAreTold() {
        AccountId anna = database.anna("product-security");
        Qualification first = grant(anna, null, TODAY.plusDays(9));
        assertThat(qualifications.overlap(anna, Competence.SECURITY)).isFalse();

        grant(anna, TODAY.plusDays(5), null);
        assertThat(qualifications.overlap(anna, Competence.SECURITY)).isTrue();
        assertThat(qualifications.overlap(anna, Competence.CLINICAL_SAFETY)).isFalse();

        qualifications.revoke(TestCallers.TRAINING, anna, first.id(), "by mistake");
        assertThat(qualifications.overlap(anna, Competence.SECURITY)).isFalse();
    }
}
