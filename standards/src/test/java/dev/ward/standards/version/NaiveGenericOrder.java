package dev.ward.standards.version;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A second comparator for versions of no ecosystem, from the words that stand above `GenericOrder`, by rewriting.
///
/// A version becomes a line of parts: `P5;` a pre-release, `T;` a tilde, `R;` a revision, `Wk;` a word, `N2;` a
/// number, `Z1;` an epoch. The end is `Q;`, so that the letters' places below give the order.
final class NaiveGenericOrder {

    private static final String KINDS = "PTQRWNZ";
    private static final Pattern TOKEN = Pattern.compile("[0-9]+|[a-z]+|[^a-z0-9~]+|~");
    /// The words of each stage, the earliest first.
    private static final List<List<String>> STAGES = List.of(
            List.of(),
            List.of("dev", "devel", "development"),
            List.of("nightly", "canary"),
            List.of("snapshot"),
            List.of("insider", "insiders", "ea"),
            List.of("alpha"),
            List.of("beta"),
            List.of("milestone"),
            List.of("pre", "preview", "prerelease", "ctp"),
            List.of("rc", "cr", "candidate"));

    private static final Map<String, Integer> SHORT_STAGES = Map.of("a", 5, "b", 6, "m", 7);
    private static final List<String> NOTHING = List.of("final", "ga", "release", "stable", "lts");

    private NaiveGenericOrder() {}

    static int compare(String left, String right) {
        String[] a = parts(left);
        String[] b = parts(right);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = KINDS.indexOf(a[i].charAt(0)) - KINDS.indexOf(b[i].charAt(0));
            String x = a[i].substring(1);
            String y = b[i].substring(1);
            boolean word = a[i].charAt(0) == 'W' || x.isEmpty() || y.isEmpty();
            order = order != 0 ? order : word ? x.compareTo(y) : new BigInteger(x).compareTo(new BigInteger(y));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static String[] parts(String version) {
        String text = version.strip().toLowerCase(Locale.ROOT).replace("\\", "");
        String line = "";
        Matcher epoch = Pattern.compile("([0-9]+):(.*)").matcher(text);
        if (epoch.matches()) {
            line = "Z" + epoch.group(1) + ";";
            text = epoch.group(2);
        }
        text = text.replaceFirst("^(v|ver|version|rel|release|rev|revision|build)[ .:_-]*(?=[0-9])", "")
                .replaceFirst("^[rx](?=[0-9]+\\.)", "");
        text = text.replaceFirst("^([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])", "$1.$2.$3");
        line += body(text);
        return line.replaceFirst("^Z0+;", "")
                .replace("T;P", "P")
                .replaceAll("(N0+;)+(?=[^N]|$)", "")
                .replaceAll("(R;)+$", "")
                .concat("Q;")
                .split(";");
    }

    private static String body(String text) {
        StringBuilder line = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        String before = "";
        boolean dropped = false;
        while (token.find()) {
            String rest = text.substring(token.end());
            boolean numbered = rest.matches("[0-9].*");
            String part = token.group();
            if (part.equals("~")) {
                line.append("T;");
            } else if (part.matches("[0-9]+")) {
                boolean behindNumber = line.toString().matches("(.*;)?N[0-9]+;");
                boolean separated = dropped ? !before.isEmpty() : before.matches(".*[-_+^ ].*");
                line.append(behindNumber && separated && !before.equals("~") ? "R;" : "")
                        .append("N" + part + ";");
            } else if (part.matches("[a-z]+")) {
                dropped = NOTHING.contains(part) && !numbered;
                line.append(dropped ? "" : word(part, numbered ? rest : "", before.endsWith(")")));
            }
            before = part.matches("[a-z0-9]+") && !NOTHING.contains(part) ? "" : part.matches("[a-z]+") ? "" : part;
            dropped &= !part.matches("[0-9]+");
        }
        return line.toString();
    }

    private static String word(String word, String number, boolean train) {
        if (word.length() == 1 && (number.isEmpty() || train)) {
            return "W" + word + ";";
        }
        for (int stage = 0; stage < STAGES.size(); stage++) {
            if (STAGES.get(stage).contains(word)) {
                return "P" + stage + ";";
            }
        }
        if (word.equals("b") && number.matches("[0-9]{4}.*")) {
            return "Wbuild;";
        }
        if (SHORT_STAGES.containsKey(word)) {
            return "P" + SHORT_STAGES.get(word) + ";";
        }
        return switch (word) {
            case "r", "rev", "revision" -> number.isEmpty() ? "W" + word + ";" : "R;";
            case "hf" -> "Whotfix;";
            case "u" -> "Wupdate;";
            case "patch", "p", "pl", "patchlevel" -> "Wp;";
            default -> "W" + word + ";";
        };
    }
}
