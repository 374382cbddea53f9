package dev.ward.standards.intake;

import dev.ward.standards.cyclonedx.CycloneDxJsonReader;
import dev.ward.standards.cyclonedx.CycloneDxXmlReader;
import dev.ward.standards.input.ContentKind;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.sbom.SbomDocument;
import dev.ward.standards.sbom.SbomReader;
import dev.ward.standards.sbom.SbomVisitor;
import dev.ward.standards.spdx.SpdxJsonReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads any SBOM that Ward reads: CycloneDX in JSON or XML, SPDX 2.x in JSON, as it is or packed with gzip.
///
/// The content decides, never the name. What is none of these is refused by what it is.
public final class SbomIntake implements SbomReader {

    /// How much an input may hold.
    ///
    /// @param bytes  the most bytes, after unpacking
    /// @param ratio  the most bytes that one packed byte may become, looked at from the first 16 MiB on; a large
    ///               SBOM is packed to about a thirtieth, a bomb to a thousandth
    public record Limits(long bytes, int ratio) {

        /// 2 GiB, and 250 to 1.
        public static final Limits USUAL = new Limits(2L << 30, 250);

        public Limits {
            if (bytes < 1 || ratio < 1) {
                throw new IllegalArgumentException("limits must be at least 1: \"%d\", \"%d\"".formatted(bytes, ratio));
            }
        }
    }

    /// A small file of much white space is no bomb.
    private static final long SMALL = 16L << 20;

    private static final String WHAT_IS_READ =
            "CycloneDX 1.2 to 1.7 in JSON and XML and SPDX 2.2 and 2.3 in JSON are read, plain or packed with gzip";

    private final Limits limits;

    public SbomIntake(Limits limits) {
        this.limits = limits;
    }

    @Override
    public SbomDocument read(String name, InputStream input, SbomVisitor visitor) throws IOException, UnreadableInput {
        BufferedInputStream raw = new BufferedInputStream(input, 1 << 16);
        InflationLimit limit = new InflationLimit(limits.bytes(), limits.ratio(), SMALL);
        try {
            boolean packed = kind(raw) == ContentKind.GZIP;
            return plain(name, packed ? BoundedInput.gzip(raw, limit) : BoundedInput.plain(raw, limit), visitor);
        } catch (DamagedInput e) {
            throw refusal(name, "it " + e.reason());
        }
    }

    private static SbomDocument plain(String name, InputStream bounded, SbomVisitor visitor)
            throws IOException, UnreadableInput {
        BufferedInputStream input = new BufferedInputStream(bounded, 1 << 16);
        ContentKind kind = kind(input);
        return switch (kind) {
            case JSON -> json(name, input).read(name, input, visitor);
            case XML -> xml(name, input).read(name, input, visitor);
            case HTML,
                    EMPTY,
                    GZIP,
                    ZIP,
                    EMPTY_ZIP,
                    OTHER_COMPRESSION,
                    TAR,
                    PDF,
                    EXECUTABLE,
                    SPDX_TAG_VALUE,
                    YAML,
                    MARKDOWN,
                    BINARY,
                    UNKNOWN -> throw notRead(name, kind.words());
        };
    }

    private static SbomReader json(String name, BufferedInputStream input) throws IOException, UnreadableInput {
        JsonFamily family = JsonFamily.of(name, input);
        return switch (family) {
            case CYCLONEDX -> new CycloneDxJsonReader();
            case SPDX_2 -> new SpdxJsonReader();
            case SPDX_3, CSAF, OPENVEX, OTHER, UNDECIDED -> throw notRead(name, family.words());
        };
    }

    private static SbomReader xml(String name, BufferedInputStream input) throws IOException, UnreadableInput {
        XmlRoot root = XmlRoot.of(name, input);
        if (root.localName().equals("bom") || root.namespace().startsWith(CycloneDxXmlReader.NAMESPACE)) {
            return new CycloneDxXmlReader();
        }
        throw notRead(name, root.words());
    }

    private static ContentKind kind(BufferedInputStream input) throws IOException {
        input.mark(ContentKind.PREFIX);
        ContentKind kind = ContentKind.of(input.readNBytes(ContentKind.PREFIX));
        input.reset();
        return kind;
    }

    private static UnreadableInput notRead(String name, String whatItIs) {
        return refusal(name, "it is %s; %s".formatted(whatItIs, WHAT_IS_READ));
    }

    private static UnreadableInput refusal(String name, String reason) {
        return new UnreadableInput(new Unread(name, Location.START, "SBOM", reason, true));
    }
}
