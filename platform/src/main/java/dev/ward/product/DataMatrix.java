package dev.ward.product;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.encoder.DefaultPlacement;
import com.google.zxing.datamatrix.encoder.ErrorCorrection;
import com.google.zxing.datamatrix.encoder.SymbolInfo;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;

/// Draws text of ASCII as a square Data Matrix in its ASCII encodation, which every scanner reads.
///
/// ZXing's own encoder is not asked: its compact one, the only one that knows FNC1, writes FNC1 within C40 as an escape
/// character, and leaves the return from C40 out where padding follows (3.5.4), so that other text is scanned.
///
/// Source: ISO/IEC 16022, 5.2.4 (ASCII encodation), 5.2.3 (padding).
final class DataMatrix {

    /// FNC1 in the text, as a scanner sends it.
    static final char SEPARATOR = '\u001d';

    private static final char FNC1 = 232;
    private static final char PAD = 129;
    private static final int FIRST_PAIR = 130;
    private static final int LAST_CODEWORD = 254;

    private DataMatrix() {}

    /// @param gs1  begins with FNC1, as a GS1 DataMatrix does
    /// @throws IllegalArgumentException  when a character is not of ASCII, or there is more than a symbol can hold
    static BitMatrix of(String text, boolean gs1) {
        StringBuilder codewords = codewords(text, gs1);
        SymbolInfo size = SymbolInfo.lookup(codewords.length(), SymbolShapeHint.FORCE_SQUARE);
        pad(codewords, size.getDataCapacity());
        String all = ErrorCorrection.encodeECC200(codewords.toString(), size);
        DefaultPlacement placement = new DefaultPlacement(all, size.getSymbolDataWidth(), size.getSymbolDataHeight());
        placement.place();
        return modules(placement, size);
    }

    private static StringBuilder codewords(String text, boolean gs1) {
        StringBuilder codewords = new StringBuilder(gs1 ? String.valueOf(FNC1) : "");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127) {
                throw new IllegalArgumentException("not of ASCII: \"%s\"".formatted(c));
            }
            if (gs1 && c == SEPARATOR) {
                codewords.append(FNC1);
            } else if (isDigit(c) && i + 1 < text.length() && isDigit(text.charAt(i + 1))) {
                i++;
                codewords.append((char) (FIRST_PAIR + (c - '0') * 10 + (text.charAt(i) - '0')));
            } else {
                codewords.append((char) (c + 1));
            }
        }
        return codewords;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Every pad but the first is scrambled by its position.
    private static void pad(StringBuilder codewords, int capacity) {
        if (codewords.length() < capacity) {
            codewords.append(PAD);
        }
        while (codewords.length() < capacity) {
            int scrambled = PAD + 149 * (codewords.length() + 1) % 253 + 1;
            codewords.append((char) (scrambled > LAST_CODEWORD ? scrambled - LAST_CODEWORD : scrambled));
        }
    }

    /// The data regions, each within its solid and its broken border.
    private static BitMatrix modules(DefaultPlacement placement, SymbolInfo size) {
        BitMatrix modules = new BitMatrix(size.getSymbolWidth(), size.getSymbolHeight());
        int width = size.matrixWidth;
        int height = size.matrixHeight;
        for (int y = 0; y < size.getSymbolHeight(); y++) {
            int inY = y % (height + 2);
            for (int x = 0; x < size.getSymbolWidth(); x++) {
                int inX = x % (width + 2);
                boolean dark;
                if (inX == 0 || inY == height + 1) {
                    dark = true;
                } else if (inY == 0) {
                    dark = inX % 2 == 0;
                } else if (inX == width + 1) {
                    dark = inY % 2 == 1;
                } else {
                    dark = placement.getBit(x / (width + 2) * width + inX - 1, y / (height + 2) * height + inY - 1);
                }
                if (dark) {
                    modules.set(x, y);
                }
            }
        }
        return modules;
    }
}
