package dev.ward.portal;

import dev.ward.audit.Actor;
import dev.ward.customer.ContactId;
import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.device.DeviceId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Reads rows of claims.
final class ClaimRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ClaimRows() {}

    static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                new ClaimId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("customer"),
                said(row),
                provenance(row),
                Worded.get(ClaimState.values(), row.getString("state")),
                ending(row));
    }

    private static Said said(ResultSet row) throws SQLException {
        UUID release = row.getObject("release_id", UUID.class);
        return switch (row.getString("kind")) {
            case "sbom" -> new Said.WantsSbom(new ReleaseId(release), row.getString("device_name"));
            case "contact" -> {
                UUID contact = row.getObject("contact_id", UUID.class);
                String words = row.getString("contact");
                yield new Said.OfContact(
                        contact == null ? null : new ContactId(contact),
                        words == null ? null : JSON.readValue(words, ContactWords.class));
            }
            default -> {
                UUID device = row.getObject("device_id", UUID.class);
                String version = row.getString("version");
                yield new Said.OfDevice(
                        device == null ? null : new DeviceId(device),
                        new Said.Label(
                                row.getString("device_name"),
                                row.getString("udi"),
                                row.getString("di"),
                                row.getString("serial"),
                                row.getString("lot")),
                        Worded.get(Presence.values(), row.getString("presence")),
                        version == null
                                ? null
                                : new Said.Installed(
                                        release == null ? null : new ReleaseId(release),
                                        version,
                                        row.getObject("since", LocalDate.class)),
                        place(row),
                        row.getObject("networked", Boolean.class),
                        row.getString("note"));
            }
        };
    }

    /// The site of columns `site_id` and `site`; null when there is none.
    static Said.@Nullable Place place(ResultSet row) throws SQLException {
        UUID site = row.getObject("site_id", UUID.class);
        String name = row.getString("site");
        return site == null || name == null ? null : new Said.Place(new SiteId(site), name);
    }

    private static Claim.Provenance provenance(ResultSet row) throws SQLException {
        UUID file = row.getObject("file_id", UUID.class);
        return new Claim.Provenance(
                at(row, "made_at"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_name")),
                file == null
                        ? null
                        : new Claim.FileLine(new ClaimFileId(file), row.getString("file_name"), row.getInt("line")));
    }

    private static Claim.@Nullable Ending ending(ResultSet row) throws SQLException {
        Instant at = OwnDeviceRepository.instant(row, row.findColumn("ended_at"));
        if (at == null) {
            return null;
        }
        String known = row.getString("known");
        return new Claim.Ending(
                at,
                row.getString("reason"),
                row.getString("ended_by"),
                known == null ? null : JSON.readValue(known, Comparison.class));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(OwnDeviceRepository.instant(row, row.findColumn(column)));
    }
}
