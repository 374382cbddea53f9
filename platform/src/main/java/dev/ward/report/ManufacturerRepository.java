package dev.ward.report;

import dev.ward.audit.Actor;
import dev.ward.report.Manufacturer.Contact;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ManufacturerRepository {

    private final JdbcClient jdbc;

    ManufacturerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Manufacturer> newest(int most) {
        return jdbc.sql("SELECT * FROM report.manufacturer ORDER BY version DESC LIMIT :most")
                .param("most", most)
                .query((row, _) -> new Manufacturer(
                        row.getInt("version"),
                        row.getString("registration"),
                        row.getBoolean("never_registered"),
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("phone"),
                        new Contact(
                                row.getString("contact_name"),
                                row.getString("contact_title"),
                                row.getString("contact_address"),
                                row.getString("contact_phone")),
                        row.getInt("sequence_before"),
                        row.getString("srn"),
                        new Representative(
                                row.getString("representative_name"),
                                row.getString("representative_address"),
                                row.getString("representative_srn")),
                        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                        row.getString("enterer_name")))
                .list();
    }

    void insert(Manufacturer one, Actor by) {
        jdbc.sql("""
                INSERT INTO report.manufacturer
                       (version, registration, never_registered, name, address, phone, contact_name, contact_title,
                        contact_address, contact_phone, sequence_before, srn, representative_name, representative_address,
                        representative_srn, entered_at, entered_by, enterer_name)
                VALUES (:version, :registration, :never, :name, :address, :phone, :contact, :title,
                        :contactAddress, :contactPhone, :sequence, :srn, :representative, :representativeAddress,
                        :representativeSrn, :at, :by, :byName)
                """)
                .param("version", one.version())
                .param("registration", one.registration())
                .param("never", one.neverRegistered())
                .param("name", one.name())
                .param("address", one.address())
                .param("phone", one.phone())
                .param("contact", one.contact().name())
                .param("title", one.contact().title())
                .param("contactAddress", one.contact().address())
                .param("contactPhone", one.contact().phone())
                .param("sequence", one.sequenceBefore())
                .param("srn", one.srn())
                .param("representative", one.representative().name())
                .param("representativeAddress", one.representative().address())
                .param("representativeSrn", one.representative().srn())
                .param("at", Objects.requireNonNull(one.entered()).atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("byName", by.name())
                .update();
    }
}
