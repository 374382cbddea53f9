package dev.ward.standards.gudid;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one device, field by field, under the names of the release (XML, AccessGUDID) and of openFDA.
final class DeviceReader {

    private final Cursor cursor;
    private final UnreadReport report;
    private final Fields fields;
    private final IdentifierReader identifierReader;

    private final List<GudidIdentifier> identifiers = new ArrayList<>(2);
    private final Map<GudidFlag, Boolean> flags = new EnumMap<>(GudidFlag.class);
    private final List<GudidTerm> gmdnTerms = new ArrayList<>(1);
    private final List<GudidTerm> productCodes = new ArrayList<>(1);
    private final List<String> premarket = new ArrayList<>(1);
    private @Nullable String brand;
    private @Nullable String versionOrModel;
    private @Nullable String catalogNumber;
    private @Nullable String company;
    private @Nullable String duns;
    private @Nullable Integer deviceCount;
    private @Nullable String description;
    private @Nullable String mriSafety;
    private @Nullable String key;
    private @Nullable Integer version;
    private @Nullable LocalDate versionDate;
    private @Nullable String status;
    private @Nullable LocalDate published;
    private @Nullable String distribution;
    private @Nullable LocalDate distributionEnded;

    DeviceReader(Cursor cursor, UnreadReport report) {
        this.cursor = cursor;
        this.report = report;
        this.fields = new Fields(cursor, report);
        this.identifierReader = new IdentifierReader(cursor, report, fields);
    }

    /// The device at which the cursor stands; null when it has no primary identifier, which is told.
    @Nullable
    GudidDevice read() throws IOException, UnreadableInput {
        Location location = cursor.location();
        if (!cursor.enterObject()) {
            return null;
        }
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            take(field);
        }
        if (identifiers.stream().noneMatch(one -> one.role() == GudidIdentifier.Role.PRIMARY)) {
            report.lost(location, "device", "has no primary identifier");
            return null;
        }
        return device();
    }

    /// Whether anything was read that only a device has.
    boolean hasIdentifiers() {
        return !identifiers.isEmpty();
    }

    private GudidDevice device() {
        return new GudidDevice(
                identifiers,
                brand == null ? "" : brand,
                versionOrModel,
                catalogNumber,
                company == null ? "" : company,
                duns,
                deviceCount,
                description,
                flags,
                mriSafety,
                gmdnTerms,
                productCodes,
                premarket,
                new GudidDevice.Publication(
                        key, version, versionDate, status, published, distribution, distributionEnded));
    }

    private void take(String field) throws IOException, UnreadableInput {
        GudidFlag flag = GudidFlag.named(field);
        if (flag != null) {
            takeFlag(flag, field);
            return;
        }
        switch (field) {
            case "identifiers" -> fields.items("identifier", this::takeIdentifier);
            case "gmdnTerms", "gmdn_terms" -> fields.items("gmdn", () -> takeTerm(gmdnTerms));
            case "productCodes", "product_codes" -> fields.items("fdaProductCode", () -> takeTerm(productCodes));
            case "premarketSubmissions", "premarket_submissions" ->
                fields.items("premarketSubmission", this::takeSubmission);
            case "sterilization" -> takeSterilization();
            case "brandName", "brand_name" -> brand = fields.text(field);
            case "versionModelNumber", "version_or_model_number" -> versionOrModel = fields.text(field);
            case "catalogNumber", "catalog_number" -> catalogNumber = fields.text(field);
            case "companyName", "company_name" -> company = fields.text(field);
            case "dunsNumber", "labeler_duns_number" -> duns = fields.text(field);
            case "deviceCount", "device_count_in_base_package" -> deviceCount = fields.number(field);
            case "deviceDescription", "device_description" -> description = fields.text(field);
            case "MRISafetyStatus", "mri_safety" -> mriSafety = fields.text(field);
            default -> takePublication(field);
        }
    }

    private void takePublication(String field) throws IOException, UnreadableInput {
        switch (field) {
            case "publicDeviceRecordKey", "public_device_record_key" -> key = fields.text(field);
            case "publicVersionNumber", "public_version_number" -> version = fields.number(field);
            case "publicVersionDate", "public_version_date" -> versionDate = fields.date(field);
            case "deviceRecordStatus", "record_status" -> status = fields.text(field);
            case "devicePublishDate", "publish_date" -> published = fields.date(field);
            case "deviceCommDistributionStatus", "commercial_distribution_status" -> distribution = fields.text(field);
            case "deviceCommDistributionEndDate", "commercial_distribution_end_date" ->
                distributionEnded = fields.date(field);
            default -> {
                // of no use to Ward: sizes, storage, contacts
            }
        }
    }

    private void takeFlag(GudidFlag flag, String field) throws IOException, UnreadableInput {
        Boolean value = fields.bool(field);
        if (value != null) {
            flags.put(flag, value);
        }
    }

    private void takeSterilization() throws IOException, UnreadableInput {
        if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                GudidFlag flag = GudidFlag.named(field);
                if (flag != null) {
                    takeFlag(flag, field);
                }
            }
        }
    }

    private void takeIdentifier() throws IOException, UnreadableInput {
        GudidIdentifier identifier = identifierReader.read();
        if (identifier != null) {
            fields.add(identifiers, identifier, "identifier");
        }
    }

    private void takeTerm(List<GudidTerm> terms) throws IOException, UnreadableInput {
        if (!cursor.enterObject()) {
            return;
        }
        String code = null;
        String name = null;
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "code", "gmdnCode", "productCode" -> code = fields.text(field);
                case "name", "gmdnPTName", "productCodeName" -> name = fields.text(field);
                default -> {
                    // definitions
                }
            }
        }
        if (code != null || name != null) {
            fields.add(terms, new GudidTerm(code, name == null ? "" : name), "term");
        }
    }

    private void takeSubmission() throws IOException, UnreadableInput {
        if (!cursor.enterObject()) {
            return;
        }
        String number = null;
        String supplement = null;
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "submissionNumber", "submission_number" -> number = fields.text(field);
                case "supplementNumber", "supplement_number" -> supplement = fields.text(field);
                default -> {
                    // its type is the letter with which its number begins
                }
            }
        }
        if (number != null) {
            boolean whole = supplement == null || supplement.matches("0+");
            fields.add(premarket, whole ? number : number + "/S" + supplement, "premarket submission");
        }
    }
}
