package dev.ward.standards.udi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is printed is read again as the same UDI; what is not one is refused with a place within the text.
class UdiPropertyTest {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final Pattern BRACKET = Pattern.compile("\\(\\d{2,4}\\)|[<{&]");
    private static final int RUNS = 20_000;

    private final ValidValues values = new ValidValues(20_260_115);
    private final Random random = values.random();

    @Test
    void readsAnyValueOfEachApplicationIdentifier() {
        for (ApplicationIdentifier ai : ApplicationIdentifiers.all()) {
            for (int i = 0; i < 40; i++) {
                String value = values.of(ai);
                if (!BRACKET.matcher(value).find()) {
                    Udi udi = Udis.read("(" + ai.digits() + ")" + value);
                    assertThat(Udis.values(udi)).containsExactly(ai.digits() + " " + value);
                    assertThat(Udis.scanned(udi)).isEqualTo(udi);
                    assertThat(Udis.read("[" + ai.digits() + "]" + value)).isEqualTo(udi);
                }
            }
        }
    }

    @Test
    void readsGs1AsItPrintsIt() {
        for (int i = 0; i < RUNS; i++) {
            StringBuilder text = new StringBuilder();
            for (ApplicationIdentifier ai : compatible()) {
                String value = values.of(ai);
                text.append('(')
                        .append(ai.digits())
                        .append(')')
                        .append(BRACKET.matcher(value).replaceAll("-"));
            }
            Udi udi = Udis.read(text.toString());

            assertThat(udi.humanReadable()).isEqualTo(text.toString());
            assertThat(Udis.scanned(udi)).isEqualTo(udi);
        }
    }

    @Test
    void readsHibccAsItPrintsIt() {
        for (int i = 0; i < RUNS; i++) {
            String labeler = values.drawn("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1) + values.drawn(LETTERS, 3);
            String di = labeler + values.drawn(LETTERS, 1 + random.nextInt(18)) + random.nextInt(10);
            StringBuilder symbol = new StringBuilder("+").append(di);
            if (random.nextInt(5) > 0) {
                symbol.append('/').append(secondary());
            }
            if (random.nextBoolean()) {
                symbol.append("/16D").append(day().format(DateTimeFormatter.BASIC_ISO_DATE));
            }
            String checked = HibccUdiTest.checked(symbol.toString());
            Udi udi = Udis.read(checked);

            assertThat(udi.di()).hasToString(di);
            assertThat(udi.elementString()).isEqualTo(checked);
            assertThat(Udis.read(udi.humanReadable())).isEqualTo(udi);
        }
    }

    @Test
    void readsIccbbaAsItPrintsIt() {
        for (int i = 0; i < RUNS; i++) {
            LocalDate day = day();
            String date = day.format(DateTimeFormatter.ofPattern("yyyyDDD", Locale.ROOT))
                    .substring(1);
            String text = "=/" + values.drawn(LETTERS, 16) + "=," + values.drawn(LETTERS, 6) + "="
                    + values.drawn(LETTERS, 15) + "=>" + date + "&,1" + values.drawn(LETTERS, 18);
            Udi udi = Udis.read(text);

            assertThat(udi.expiry()).isEqualTo(day);
            assertThat(udi.humanReadable()).isEqualTo(text);
            assertThat(Udis.scanned(udi)).isEqualTo(udi);
        }
    }

    @Test
    void refusesAnyOneWrongCharacterOfACheckedNumber() {
        for (int i = 0; i < RUNS; i++) {
            String gtin = values.of(ApplicationIdentifiers.all().get(1));
            int place = random.nextInt(gtin.length());
            char other = (char) ('0' + (gtin.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
            String wrong = gtin.substring(0, place) + other + gtin.substring(place + 1);

            assertThat(Udis.refused("(01)" + wrong).position()).isEqualTo(4 + 13);
        }
    }

    @Test
    void answersToAnyTextWithinBounds() {
        List<String> seeds = List.of(
                "(01)51022222233336(11)141231(17)150707(10)A213B1(21)1234",
                "0151022222233336111412311715070710A213B1\u001d211234",
                "+A99912345/$$52025010X3/16D20111212/S77DEFG458",
                "+J123AQ3451T+25330BC34567T2+S4012TJ",
                "=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123",
                "https://id.example.org/01/51022222233336/10/A%2F1?17=150707",
                "]C10151022222233336",
                "");
        String any = "()[]+*/$=&,>}%?#.-_ '\"<>{}^\\\t\n\u001d\u0000\u00e9\ud83d\ude00\u0661\uff11ABCabcDS0123456789";
        for (int i = 0; i < 5 * RUNS; i++) {
            StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int wounds = random.nextInt(4); wounds >= 0; wounds--) {
                int place = random.nextInt(text.length() + 1);
                if (random.nextBoolean() && place < text.length()) {
                    text.deleteCharAt(place);
                } else {
                    text.insert(place, any.charAt(random.nextInt(any.length())));
                }
            }
            assertWithin(text.toString(), Udi.parse(text.toString(), Udis.TODAY));
            assertWithin(text.toString(), Udi.parseLenient(text.toString(), Udis.TODAY));
        }
    }

    private static void assertWithin(String text, UdiResult result) {
        switch (result) {
            case UdiResult.Read read -> assertThat(Udis.scanned(read.udi())).isEqualTo(read.udi());
            case UdiResult.Unreadable bad -> {
                assertThat(bad.position()).as(text).isBetween(0, text.length());
                assertThat(bad.message()).as(text).endsWith(".");
            }
        }
    }

    private List<ApplicationIdentifier> compatible() {
        List<ApplicationIdentifier> chosen = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ApplicationIdentifier ai = ApplicationIdentifiers.all()
                    .get(random.nextInt(ApplicationIdentifiers.all().size()));
            boolean fits =
                    chosen.stream().noneMatch(other -> other.equals(ai) || other.excludes(ai) || ai.excludes(other));
            if (fits) {
                chosen.add(ai);
            }
        }
        return chosen;
    }

    private String secondary() {
        String lot = values.drawn(LETTERS, 1 + random.nextInt(18));
        LocalDate day = day();
        String date = switch (random.nextInt(7)) {
            case 0 -> day.format(DateTimeFormatter.ofPattern("MMyy", Locale.ROOT));
            case 1 -> "2" + day.format(DateTimeFormatter.ofPattern("MMddyy", Locale.ROOT));
            case 2 -> "3" + day.format(DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT));
            case 3 -> "4" + day.format(DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT)) + "17";
            case 4 -> "5" + day.format(DateTimeFormatter.ofPattern("yyDDD", Locale.ROOT));
            case 5 -> "6" + day.format(DateTimeFormatter.ofPattern("yyDDD", Locale.ROOT)) + "00";
            default -> "7";
        };
        return switch (random.nextInt(5)) {
            case 0 -> "$" + lot;
            case 1 -> "$+" + lot;
            case 2 -> "$$+" + date + lot;
            case 3 -> "$$812" + date + lot;
            default -> "$$" + date + lot;
        };
    }

    private LocalDate day() {
        return LocalDate.of(1980, 1, 1).plusDays(random.nextInt(80 * 365));
    }
}
