package dev.ward.standards.version;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Second comparators, written straight from the specifications, slow and without care for size.
final class NaiveOrder {

    private static final Pattern GENTOO =
            Pattern.compile("([0-9]+)((?:\\.[0-9]+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|p)[0-9]*)*)(?:-r([0-9]+))?");
    private static final Pattern OPENSSL =
            Pattern.compile("([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?([a-z]*)(?:-(alpha|beta|pre|rc)([0-9]*))?(-dev)?");

    private NaiveOrder() {}

    private static BigInteger number(String digits) {
        return digits == null || digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError("no version by its specification: \"%s\"".formatted(text));
        }
        return matcher;
    }

    /// Source: PMS 3.3, algorithms 3.1 to 3.7.
    static int gentoo(String left, String right) {
        Matcher a = match(GENTOO, left);
        Matcher b = match(GENTOO, right);
        int order = number(a.group(1)).compareTo(number(b.group(1)));
        String[] as = a.group(2).split("\\.");
        String[] bs = b.group(2).split("\\.");
        for (int i = 1; order == 0 && i < Math.min(as.length, bs.length); i++) {
            order = as[i].startsWith("0") || bs[i].startsWith("0")
                    ? as[i].replaceAll("0+$", "").compareTo(bs[i].replaceAll("0+$", ""))
                    : number(as[i]).compareTo(number(bs[i]));
        }
        order = order == 0 ? as.length - bs.length : order;
        order = order == 0 ? a.group(3).compareTo(b.group(3)) : order;
        order = order == 0 ? gentooSuffixes(a.group(4).split("_"), b.group(4).split("_")) : order;
        return order == 0 ? number(a.group(5)).compareTo(number(b.group(5))) : order;
    }

    private static int gentooSuffixes(String[] as, String[] bs) {
        for (int i = 1; i < Math.min(as.length, bs.length); i++) {
            String a = as[i].replaceAll("[0-9]", "");
            String b = bs[i].replaceAll("[0-9]", "");
            List<String> order = List.of("alpha", "beta", "pre", "rc", "p");
            int compared = a.equals(b)
                    ? number(as[i].substring(a.length())).compareTo(number(bs[i].substring(b.length())))
                    : order.indexOf(a) - order.indexOf(b);
            if (compared != 0) {
                return compared;
            }
        }
        if (as.length == bs.length) {
            return 0;
        }
        String next = as.length > bs.length ? as[bs.length] : bs[as.length];
        boolean later = next.matches("p[0-9]*");
        return (as.length > bs.length) == later ? 1 : -1;
    }

    static int openssl(String left, String right) {
        BiFunction<String, String, Matcher> read = (text, gone) -> match(
                OPENSSL, text.toLowerCase(Locale.ROOT).replaceAll("\\+.*", "").replaceAll(gone, ""));
        Matcher a = read.apply(left, "^\\d+:|-\\d[a-z0-9.~_-]*$|-fips");
        Matcher b = read.apply(right, "^\\d+:|-\\d[a-z0-9.~_-]*$|-fips");
        int order = 0;
        for (int i = 1; order == 0 && i <= 3; i++) {
            order = number(a.group(i)).compareTo(number(b.group(i)));
        }
        order = order == 0 ? a.group(4).compareTo(b.group(4)) : order;
        order = order == 0 ? opensslStage(a).compareTo(opensslStage(b)) : order;
        order = order == 0 ? number(a.group(6)).compareTo(number(b.group(6))) : order;
        return order == 0 ? Boolean.compare(a.group(7) == null, b.group(7) == null) : order;
    }

    private static String opensslStage(Matcher version) {
        return version.group(5) != null ? version.group(5) : version.group(7) != null ? "a" : "z";
    }

    static int intdot(String left, String right) {
        String[] as = left.split("\\.");
        String[] bs = right.split("\\.");
        for (int i = 0; i < Math.max(as.length, bs.length); i++) {
            int order = number(i < as.length ? as[i] : "0").compareTo(number(i < bs.length ? bs[i] : "0"));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    static int lexicographic(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    /// A leap second is the second before it, and one more.
    static int datetime(String left, String right) {
        int order = Long.compare(second(left), second(right));
        order = order == 0 ? Boolean.compare(left.startsWith("60", 17), right.startsWith("60", 17)) : order;
        return order == 0 ? fraction(left).compareTo(fraction(right)) : order;
    }

    private static long second(String text) {
        String plain = text.toUpperCase(Locale.ROOT).replace(' ', 'T').replaceAll("\\.[0-9]+", "");
        String leapless = plain.startsWith("60", 17) ? plain.substring(0, 17) + "59" + plain.substring(19) : plain;
        String[] parts = leapless.split("(?=[+-][0-9]{2}:[0-9]{2}$)|(?=Z$)");
        long local = OffsetDateTime.parse(parts[0] + "Z").toEpochSecond();
        if (parts[1].equals("Z")) {
            return local;
        }
        int hours = Integer.parseInt(parts[1].substring(1, 3));
        int minutes = Integer.parseInt(parts[1].substring(4, 6));
        int offset = 3600 * hours + 60 * minutes;
        return parts[1].startsWith("-") ? local + offset : local - offset;
    }

    private static BigDecimal fraction(String text) {
        Matcher matcher = Pattern.compile("\\.[0-9]+").matcher(text);
        return matcher.find() ? new BigDecimal("0" + matcher.group()) : BigDecimal.ZERO;
    }

    /// Source: Conan 2, `Version.__lt__`, with Python's comparison of tuples.
    static int conan(String left, String right) {
        String[] a = conanParts(left);
        String[] b = conanParts(right);
        int order = conanItems(a[0], b[0]);
        if (order == 0 && a[1] != null && b[1] != null) {
            order = conanItems(a[1], b[1]);
        } else if (order == 0 && (a[1] != null || b[1] != null)) {
            return a[1] != null ? -1 : 1;
        }
        if (order == 0 && a[2] != null && b[2] != null) {
            return conanItems(a[2], b[2]);
        }
        return order != 0 ? order : Boolean.compare(a[2] != null, b[2] != null);
    }

    private static String[] conanParts(String text) {
        String[] build = text.split("\\+(?=[^+]*$)", -1);
        String[] pre = build[0].split("-", 2);
        return new String[] {pre[0], pre.length > 1 ? pre[1] : null, build.length > 1 ? build[1] : null};
    }

    private static int conanItems(String left, String right) {
        List<Object> as = conanTuple(left);
        List<Object> bs = conanTuple(right);
        for (int i = 0; i < Math.min(as.size(), bs.size()); i++) {
            int order = as.get(i) instanceof BigInteger a && bs.get(i) instanceof BigInteger b
                    ? a.compareTo(b)
                    : as.get(i).toString().compareTo(bs.get(i).toString());
            if (order != 0) {
                return order;
            }
        }
        return as.size() - bs.size();
    }

    private static List<Object> conanTuple(String text) {
        List<Object> items = new ArrayList<>();
        for (String item : text.split("\\.", -1)) {
            items.add(item.matches("[0-9]+") ? new BigInteger(item) : item);
        }
        while (!items.isEmpty() && items.getLast().equals(BigInteger.ZERO)) {
            items.removeLast();
        }
        return items;
    }
}
