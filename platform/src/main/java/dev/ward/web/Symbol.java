package dev.ward.web;

import com.google.zxing.common.BitMatrix;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A two-dimensional code as a picture, black on white whatever the page's colours are, as scanners want it.
public final class Symbol {

    private Symbol() {}

    /// @param quiet  modules that stay empty on each side
    public static String svg(BitMatrix modules, int quiet) {
        int width = modules.getWidth() + 2 * quiet;
        int height = modules.getHeight() + 2 * quiet;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%2$dH0z"/><path fill="#000" d="%3$s"/></svg>
                """.formatted(width, height, path(modules, quiet));
    }

    /// The picture as an address that holds all of it, for what is not to be fetched a second time.
    public static String address(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    /// Each run of dark modules of a row as one rectangle.
    private static String path(BitMatrix modules, int quiet) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h-%dz".formatted(from + quiet, y + quiet, x - from, x - from));
                } else {
                    x++;
                }
            }
        }
        return path.toString();
    }
}
