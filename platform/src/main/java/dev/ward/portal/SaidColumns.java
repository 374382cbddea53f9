package dev.ward.portal;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import tools.jackson.databind.json.JsonMapper;

/// What is said, as columns of a claim.
final class SaidColumns {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SaidColumns() {}

    static MapSqlParameterSource of(Said said) {
        MapSqlParameterSource columns = new MapSqlParameterSource()
                .addValue("device", null, Types.OTHER)
                .addValue("presence", null)
                .addValue("release", null, Types.OTHER)
                .addValue("version", null)
                .addValue("since", null, Types.DATE)
                .addValue("site", null, Types.OTHER)
                .addValue("networked", null, Types.BOOLEAN)
                .addValue("note", null)
                .addValue("contact", null, Types.OTHER)
                .addValue("words", null);
        label(columns, new Said.Label(null, null, null, null, null));
        switch (said) {
            case Said.OfDevice device -> of(columns, device);
            case Said.OfContact contact ->
                columns.addValue("kind", "contact")
                        .addValue(
                                "contact",
                                contact.contact() == null
                                        ? null
                                        : contact.contact().value(),
                                Types.OTHER)
                        .addValue("words", JSON.writeValueAsString(contact.words()));
            case Said.WantsSbom sbom ->
                label(columns, new Said.Label(sbom.name(), null, null, null, null))
                        .addValue("kind", "sbom")
                        .addValue("release", sbom.release().value(), Types.OTHER)
                        .addValue("version", sbom.name());
        }
        return columns;
    }

    private static MapSqlParameterSource label(MapSqlParameterSource columns, Said.Label label) {
        return columns.addValue("name", label.name())
                .addValue("udi", label.udi())
                .addValue("di", label.di())
                .addValue("serial", label.serial())
                .addValue("lot", label.lot());
    }

    private static void of(MapSqlParameterSource columns, Said.OfDevice said) {
        label(columns, said.label())
                .addValue("kind", "device")
                .addValue("device", said.device() == null ? null : said.device().value(), Types.OTHER)
                .addValue("presence", said.presence().word())
                .addValue("site", said.site() == null ? null : said.site().id().value(), Types.OTHER)
                .addValue("networked", said.networked(), Types.BOOLEAN)
                .addValue("note", said.note());
        Said.Installed installed = said.installed();
        if (installed != null) {
            UUID release =
                    installed.release() == null ? null : installed.release().value();
            columns.addValue("release", release, Types.OTHER)
                    .addValue("version", installed.version())
                    .addValue("since", installed.since(), Types.DATE);
        }
    }

    static void made(MapSqlParameterSource columns, Claim.Provenance made) {
        Claim.FileLine file = made.file();
        columns.addValue("at", made.at().atOffset(ZoneOffset.UTC))
                .addValue("actorKind", made.by().kind().name())
                .addValue("actorId", made.by().id())
                .addValue("actorName", made.by().name())
                .addValue("file", file == null ? null : file.id().value(), Types.OTHER)
                .addValue("line", file == null ? null : file.line(), Types.INTEGER);
    }
}
