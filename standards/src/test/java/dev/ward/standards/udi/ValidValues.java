package dev.ward.standards.udi;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Draws values that application identifiers allow, by the notation of their table.
final class ValidValues {

    private static final Map<String, String> CHARACTERS = Map.of(
            "n", "0123456789",
            "x", "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
            "y", "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "z", "-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
    private static final Map<String, List<String>> BY_CHECK = Map.ofEntries(
            Map.entry("zero", List.of("0")),
            Map.entry("pieceoftotal", List.of("0101", "0203", "9999")),
            Map.entry("posinseqslash", List.of("1/1", "2/3")),
            Map.entry("latitude", List.of("0000000000", "1799999999")),
            Map.entry("longitude", List.of("0000000000", "3599999999")),
            Map.entry("hh", List.of("00", "23")),
            Map.entry("mi", List.of("00", "59")),
            Map.entry("ss", List.of("00", "59")),
            Map.entry("hhmi", List.of("0000", "2359")),
            Map.entry("iso3166", List.of("276", "840", "004")),
            Map.entry("iso3166999", List.of("276", "999")),
            Map.entry("iso3166alpha2", List.of("DE", "US")),
            Map.entry("iso4217", List.of("978", "840")),
            Map.entry("iso5218", List.of("0", "9")),
            Map.entry("yesno", List.of("0", "1")),
            Map.entry("winding", List.of("0", "1", "9")),
            Map.entry("hyphen", List.of("-")),
            Map.entry("importeridx", List.of("A", "-", "_")),
            Map.entry("mediatype", List.of("01", "80")),
            Map.entry("packagetype", List.of("1A", "9", "X11")),
            Map.entry("iban", List.of("DE91100000000123456789")),
            Map.entry("couponcode", List.of("012345612345611110123")),
            Map.entry("couponposoffer", List.of("001234561234560123456")),
            Map.entry("csumalpha", List.of("1987654Ad4X4bL5ttr2310c2K", "12345_abcdefghijklmN3")));

    private final Random random;

    ValidValues(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    String of(ApplicationIdentifier ai) {
        StringBuilder value = new StringBuilder();
        for (Part part : ai.parts()) {
            if (part.absent() && random.nextBoolean()) {
                break;
            }
            value.append(part(part.notation().replace("?", "")));
        }
        return value.toString();
    }

    private String part(String notation) {
        String[] words = notation.split(":");
        String[] size = words[0].substring(1).split("-");
        int max = Integer.parseInt(size[size.length - 1]);
        int min = size.length == 1 ? max : 1;
        String check = words.length == 1 ? "" : words[1];
        if (check.startsWith("gcppos")) {
            return drawn("n", 4) + drawn(words[0].substring(0, 1), random.nextInt(max - 4));
        }
        if (check.startsWith("yy")) {
            return date(check);
        }
        if (BY_CHECK.containsKey(check)) {
            List<String> values = BY_CHECK.get(check);
            return values.get(random.nextInt(values.size()));
        }
        String value = drawn(words[0].substring(0, 1), min + random.nextInt(max - min + 1));
        return switch (check) {
            case "csum" -> value.substring(1) + Gtins.checkDigit(value, 1, value.length());
            case "nonzero", "nozeroprefix" -> "7" + value.substring(1);
            case "pcenc" -> value.replace('%', '-');
            default -> value;
        };
    }

    private String date(String check) {
        LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(70 * 365));
        String written = day.format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT));
        if (check.startsWith("yyyy")) {
            return written;
        }
        boolean noDay = check.endsWith("0") && random.nextInt(4) == 0;
        return noDay ? written.substring(2, 6) + "00" : written.substring(2);
    }

    String drawn(String set, int length) {
        String characters = CHARACTERS.getOrDefault(set, set);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
