package dev.ward.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.Udi;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Draws symbols, and reads them again as a scanner does.
class UdiSymbolTest {

    private static Result scanned(Udi udi) throws Exception {
        return new DataMatrixReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new Photograph(UdiSymbol.modules(udi)))),
                        Map.of(DecodeHintType.PURE_BARCODE, true));
    }

    /// Ten pixels for each module, with a quiet zone.
    private static final class Photograph extends LuminanceSource {

        private static final int SCALE = 10;
        private final BitMatrix modules;

        Photograph(BitMatrix modules) {
            super((modules.getWidth() + 4) * SCALE, (modules.getHeight() + 4) * SCALE);
            this.modules = modules;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] pixels = new byte[getWidth()];
            Arrays.fill(pixels, (byte) 0xff);
            int my = y / SCALE - 2;
            for (int x = 0; x < getWidth(); x++) {
                int mx = x / SCALE - 2;
                boolean inside = mx >= 0 && my >= 0 && mx < modules.getWidth() && my < modules.getHeight();
                if (inside && modules.get(mx, my)) {
                    pixels[x] = 0;
                }
            }
            return pixels;
        }

        @Override
        public byte[] getMatrix() {
            byte[] all = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, new byte[0]), 0, all, y * getWidth(), getWidth());
            }
            return all;
        }
    }

    @Test
    void holdsAGs1UdiWithItsSeparators() throws Exception {
        Udi udi = Udi.parse("(01)00841542103688(17)261130(10)A1B2(21)SN77", LocalDate.of(2026, 11, 29))
                .orElseThrow();

        Result scan = scanned(udi);

        assertThat(scan.getBarcodeFormat()).isEqualTo(BarcodeFormat.DATA_MATRIX);
        assertThat(scan.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER))
                .isEqualTo("]d2");
        assertThat(scan.getText().replace("\u001d", "<GS>").replaceFirst("^<GS>", ""))
                .isEqualTo("01008415421036881726113010A1B2<GS>21SN77");
    }

    @ParameterizedTest
    @CsvSource({
        "00841542103688, (01)00841542103688",
        "+A99912345/9901510XJ, *+A999123457*",
        "=/A9999XYZ100T0944, =/A9999XYZ100T0944"
    })
    void holdsADiAloneWithItsText(String text, String label) throws Exception {
        DeviceIdentifier di = IdentifierDraft.read("di", text);
        Udi udi = UdiSymbol.of(di);

        String scan = scanned(udi).getText();

        assertThat(IdentifierDraft.read("di", scan.replaceFirst("^\u001d", ""))).isEqualTo(di);
        assertThat(udi.humanReadable()).startsWith(label.substring(0, 10));
    }

    @Test
    void isSvgWithoutStyleOrScript() {
        String svg = UdiSymbol.svg(UdiSymbol.of(DeviceIdentifier.parse("00841542103688")));

        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .contains("<path fill=\"#000\"");
        assertThat(svg).doesNotContain("style", "script");
    }
}
