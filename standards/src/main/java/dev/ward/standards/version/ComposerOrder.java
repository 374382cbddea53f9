package dev.ward.standards.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of Packagist versions: dev < alpha < beta < RC < the version < patch. A branch (`dev-main`) has no
/// place.
///
/// Source: Composer, `Composer\Semver\VersionParser::normalize`; PHP manual, `version_compare`.
final class ComposerOrder extends ParsedOrder<List<String>> {

    private static final int END = 0x05;
    private static final int NUMBER = 0x10;
    private static final int PATCH = 0xF9;

    ComposerOrder() {
        super("Composer version");
    }

    @Override
    @Nullable
    List<String> parse(String version) {
        return ComposerVersion.parse(version);
    }

    @Override
    int compareParsed(List<String> left, List<String> right) {
        int size = Math.max(left.size(), right.size());
        for (int i = 0; i < size; i++) {
            int rank = rank(left, i);
            int order = Integer.compare(rank, rank(right, i));
            if (order == 0 && rank == NUMBER) {
                order = Digits.compare(left.get(i), right.get(i));
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    SortKey place(List<String> version) {
        KeyBytes key = new KeyBytes();
        for (int i = 0; i < version.size(); i++) {
            int rank = rank(version, i);
            if (rank == NUMBER) {
                key.number(version.get(i));
            } else {
                key.mark(rank);
            }
        }
        return key.mark(END).ordered();
    }

    private static int rank(List<String> version, int index) {
        if (index >= version.size()) {
            return END;
        }
        return switch (version.get(index)) {
            case ComposerVersion.DEV -> 0x01;
            case ComposerVersion.ALPHA -> 0x02;
            case ComposerVersion.BETA -> 0x03;
            case ComposerVersion.RC -> 0x04;
            case ComposerVersion.PATCH -> PATCH;
            default -> NUMBER;
        };
    }
}
