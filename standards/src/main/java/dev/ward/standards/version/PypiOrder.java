package dev.ward.standards.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of Python versions. A version from before PEP 440 that it cannot read has no order.
///
/// Source: Python version specifiers (PEP 440), "Summary of permitted suffixes and relative ordering" and
/// "Local
/// version identifiers".
final class PypiOrder extends ParsedOrder<PypiVersion> {

    private static final int DEV_ONLY = 0x01;
    private static final int PRE_RELEASE = 0x02;
    private static final int FINAL = 0x05;
    private static final int POST_RELEASE = 0x06;
    private static final int EPOCH = 0xF9;

    private static final int DEV_OF_IT = 0x00;
    private static final int ITSELF = 0x01;
    private static final int POST_OF_IT = 0x02;

    private static final int END_OF_LOCAL = 0x00;
    private static final int WORD = 0x01;

    PypiOrder() {
        super("PEP 440 version");
    }

    @Override
    @Nullable
    PypiVersion parse(String version) {
        return PypiVersion.parse(version);
    }

    @Override
    int compareParsed(PypiVersion left, PypiVersion right) {
        int order = Digits.compare(left.epoch(), right.epoch());
        order = order != 0 ? order : compareReleases(left.release(), right.release());
        order = order != 0 ? order : comparePre(left, right);
        order = order != 0 ? order : compareOptional(left.post(), right.post(), true);
        order = order != 0 ? order : compareOptional(left.dev(), right.dev(), false);
        return order != 0 ? order : compareLocals(left.local(), right.local());
    }

    @Override
    SortKey place(PypiVersion version) {
        KeyBytes key = new KeyBytes();
        if (Digits.compare(version.epoch(), "") > 0) {
            key.mark(EPOCH).number(version.epoch());
        }
        version.release().forEach(key::number);
        writeSuffix(version, key);
        for (String segment : version.local()) {
            if (isNumber(segment)) {
                key.number(segment);
            } else {
                key.mark(WORD).text(segment);
            }
        }
        return key.mark(END_OF_LOCAL).ordered();
    }

    private static void writeSuffix(PypiVersion version, KeyBytes key) {
        String post = version.post();
        String dev = version.dev();
        if (version.isDevOnly() && dev != null) {
            key.mark(DEV_ONLY).number(dev);
        } else if (version.pre() >= 0) {
            key.mark(PRE_RELEASE + version.pre()).number(version.preNumber());
            if (post != null) {
                writeDev(dev, key.mark(POST_OF_IT).number(post));
            } else {
                writeDev(dev, key);
            }
        } else if (post != null) {
            writeDev(dev, key.mark(POST_RELEASE).number(post));
        } else {
            key.mark(FINAL);
        }
    }

    private static void writeDev(@Nullable String dev, KeyBytes key) {
        if (dev != null) {
            key.mark(DEV_OF_IT).number(dev);
        } else {
            key.mark(ITSELF);
        }
    }

    private static int compareReleases(List<String> left, List<String> right) {
        for (int i = 0; i < left.size() && i < right.size(); i++) {
            int order = Digits.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /// A development release of a release comes before its pre-releases, the release itself after them.
    private static int comparePre(PypiVersion left, PypiVersion right) {
        int order = Integer.compare(preRank(left), preRank(right));
        return order != 0 ? order : Digits.compare(left.preNumber(), right.preNumber());
    }

    private static int preRank(PypiVersion version) {
        return version.isDevOnly() ? -1 : version.pre() < 0 ? Integer.MAX_VALUE : version.pre();
    }

    private static int compareOptional(@Nullable String left, @Nullable String right, boolean isNoneFirst) {
        if (left != null && right != null) {
            return Digits.compare(left, right);
        }
        int order = Boolean.compare(left != null, right != null);
        return isNoneFirst ? order : -order;
    }

    private static int compareLocals(List<String> left, List<String> right) {
        for (int i = 0; i < left.size() && i < right.size(); i++) {
            String leftSegment = left.get(i);
            String rightSegment = right.get(i);
            int order = Boolean.compare(isNumber(leftSegment), isNumber(rightSegment));
            if (order == 0) {
                order = isNumber(leftSegment)
                        ? Digits.compare(leftSegment, rightSegment)
                        : leftSegment.compareTo(rightSegment);
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static boolean isNumber(String segment) {
        return Digits.areDigits(segment, 0, segment.length());
    }

    @Override
    String spell(PypiVersion version, String text) {
        return version.normal();
    }
}
