package dev.ward.standards.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of versions of no ecosystem: of CPE names, of records of type `custom`, of firmware and bought software.
///
/// A version becomes a row of parts, and rows are compared part by part. At each place comes first
///
/// 1. a pre-release: `dev`, `nightly`, `snapshot`, `insider`, `alpha`, `beta`, `milestone`, `pre`, `rc` and their kin,
///    in this order; `a1`, `b2`, `m3` where the digit follows at once
/// 2. `~`, unless a pre-release follows it
/// 3. the end
/// 4. a number behind `-`, `_`, `+`, `^` or `r`, such as a packager's release
/// 5. a word: a patch letter (`1.0.2k`), `p1`, `sp2`, `u291`, any word unknown; by its letters
/// 6. a number behind `.` or a parenthesis; numbers by their value
///
/// Zeros that end a row of numbers do not count (`1.0 = 1.0.0`, `1.0-rc1 = 1.0.0-rc1`), nor a revision 0, nor the
/// words `final`, `ga`, `release`, `stable`, `lts`. Between a word and its number every separator is the same (`rc1
/// = rc.1`). Case does not count, nor blanks around, nor `v` or `version` before, nor the backslashes of CPE. An
/// epoch (`1:`) comes before all. `2024-01-05` is `2024.1.5`. A blank may stand before a word that is known, and
/// behind it (`10.7 Update 15`).
///
/// No version is what can be read as something else: a word without a number, a sentence, a range (`6.1.0-6.4.2`), a
/// set (`2.3.x`), a commit hash, anything with a sign besides these. As rows are compared part by part, and the parts
/// have one order, this is a total preorder.
final class GenericOrder extends ParsedOrder<List<GenericPart>> {

    GenericOrder() {
        super("generic version");
    }

    @Override
    @Nullable
    List<GenericPart> parse(String version) {
        return GenericReader.read(version);
    }

    @Override
    int compareParsed(List<GenericPart> left, List<GenericPart> right) {
        for (int i = 0; ; i++) {
            GenericPart part = left.get(i);
            int order = part.compareTo(right.get(i));
            if (order != 0 || part.kind() == GenericPart.Kind.END) {
                return order;
            }
        }
    }

    @Override
    SortKey place(List<GenericPart> version) {
        KeyBytes key = new KeyBytes();
        for (GenericPart part : version) {
            part.write(key);
        }
        return key.ordered();
    }
}
