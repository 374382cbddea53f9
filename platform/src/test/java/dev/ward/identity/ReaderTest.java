package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.database.Uuids;
import org.junit.jupiter.api.Test;

class ReaderTest {

    private static final String ID = "01900000-0000-7000-8000-000000000001";

    @Test
    void showsWhatIsRestrictedToThoseWhoAreNamedAlone() {
        assertThat(new Reader(ID, true, null).seesRestricted("c.r"))
                .isEqualTo("(c.r IS NULL OR '%s'::uuid = ANY (c.r))".formatted(ID));
        assertThat(Reader.machine("job").seesRestricted("c.r")).isEqualTo("TRUE");
        assertThat(Reader.blind(ID).seesRestricted("c.r")).isEqualTo("FALSE");
        assertThat(new Reader(ID, true, new OrganisationId(Uuids.next())).seesRestricted("c.r"))
                .isEqualTo("FALSE");
    }

    @Test
    void neverPutsAnIdIntoAStatementThatIsNone() {
        assertThat(new Reader("x' OR TRUE --", true, null).seesRestricted("c.r"))
                .isEqualTo("c.r IS NULL");
    }
}
