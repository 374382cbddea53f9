package dev.ward.standards.advisory;

import java.util.regex.Pattern;

/// The forms of the ids by which all sources name vulnerabilities and weaknesses.
///
/// Source: CVE Record Format 5.1, `cveId`, `cweId`.
public final class Ids {

    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,19}");
    private static final Pattern CWE = Pattern.compile("CWE-\\d+");

    private Ids() {}

    public static boolean isCve(String text) {
        return text.startsWith("CVE-") && CVE.matcher(text).matches();
    }

    public static boolean isCwe(String text) {
        return CWE.matcher(text).matches();
    }
}
