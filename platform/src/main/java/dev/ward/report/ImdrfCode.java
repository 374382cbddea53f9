package dev.ward.report;

/// Terms for adverse events that concern security, as far as Ward proposes them. The words are ours.
///
/// Source: IMDRF/AE WG/N43, annexes A and C, as MDCG 2019-16 names them.
enum ImdrfCode {
    A1105('A', "the computer system of the device is not secure"),
    A110501('A', "an application of the device is not secure"),
    A110502('A', "somebody without authority got access"),
    C1007('C', "the software is vulnerable");

    private final char annex;
    private final String words;

    ImdrfCode(char annex, String words) {
        this.annex = annex;
        this.words = words;
    }

    /// `A` for what the device did, `C` for what was found.
    char annex() {
        return annex;
    }

    String words() {
        return words;
    }
}
