package dev.ward.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.stereotype.Component;

/// Prints a template as PDF that can be archived (ISO 19005-2, level U), with fonts of its own. Nothing else is ever
/// loaded, whatever is in it.
@Component
public class PdfPrinter {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String PLAIN = FONTS + "DejaVuSans.ttf";
    private static final String BOLD = FONTS + "DejaVuSans-Bold.ttf";
    private static final String MONO = FONTS + "DejaVuSansMono.ttf";
    private static final String FAMILY = "DejaVu Sans";
    private static final String MONO_FAMILY = "DejaVu Sans Mono";
    private static final int WEIGHT = 400;
    private static final int BOLD_WEIGHT = 700;

    /// Of the directory of a font's tables (OpenType 1.9, "Organization of an OpenType Font").
    private static final int TABLES_AT = 4;
    private static final int DIRECTORY_AT = 12;
    private static final int ENTRY = 16;
    /// "GSUB", and a name that no reader knows.
    private static final int SUBSTITUTIONS = 0x47535542;
    private static final int UNREAD = 0x58535542;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.ward.templates");
    private final List<CmapLookup> glyphs = List.of(glyphs(PLAIN), glyphs(BOLD));

    static {
        XRLog.listRegisteredLoggers().forEach(one -> XRLog.setLevel(one, Level.WARNING));
    }

    /// Whether the fonts can show a character.
    public boolean shows(int point) {
        return glyphs.stream().allMatch(one -> one.getGlyphId(point) != 0);
    }

    /// @param template  below `src/main/jte` without its ending; it gives well-formed XHTML
    public void print(String template, Map<String, Object> model, OutputStream out) throws IOException {
        StringOutput page = new StringOutput();
        templates.render(template + ".jte", model, page);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((_, _) -> false, when);
        }
        builder.useUriResolver((_, _) -> null);
        builder.useFont(() -> font(PLAIN), FAMILY, WEIGHT, FontStyle.NORMAL, true);
        builder.useFont(() -> font(BOLD), FAMILY, BOLD_WEIGHT, FontStyle.NORMAL, true);
        builder.useFont(() -> font(MONO), MONO_FAMILY, WEIGHT, FontStyle.NORMAL, true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Ward");
        builder.withHtmlContent(page.toString(), null);
        builder.toStream(out);
        builder.run();
    }

    /// The font without its substitutions of glyphs: what is copied from a page is what was written, with
    /// no two letters in one.
    private static InputStream font(String path) {
        byte[] font = read(path);
        ByteBuffer directory = ByteBuffer.wrap(font);
        int tables = directory.getShort(TABLES_AT);
        for (int table = 0; table < tables; table++) {
            int at = DIRECTORY_AT + table * ENTRY;
            if (directory.getInt(at) == SUBSTITUTIONS) {
                directory.putInt(at, UNREAD);
            }
        }
        return new ByteArrayInputStream(font);
    }

    private static byte[] read(String path) {
        try (InputStream in = Objects.requireNonNull(PdfPrinter.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup glyphs(String path) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(font(path)))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
