package dev.ward.standards.version;

import java.util.List;

/// Where Ward departs from the official suite of VERS, and why.
final class VersDifferences {

    private VersDifferences() {}

    /// @param test     the test's type and input
    /// @param outcome  what Ward says instead of the expected output
    record Difference(String test, String outcome, String reason) {}

    static final List<Difference> KNOWN = List.of(
            fromNative(
                    "npm",
                    "<= 1.0",
                    "<1.1.0",
                    "npm reads 1.0 as 1.0.x; the expected bound would leave 1.0.1, which it holds, out"),
            fromNative(
                    "npm",
                    "<=2.1 >=1.1",
                    ">=1.1.0|<2.2.0",
                    "npm reads 2.1 as 2.1.x; the expected bound would leave 2.1.1, which it holds, out"),
            fromNative(
                    "npm",
                    "2.1 || 2.6",
                    ">=2.1.0|<2.2.0|>=2.6.0|<2.7.0",
                    "npm reads 2.1 as 2.1.x; the expected versions would leave 2.1.1, which it holds, out"),
            fromNative(
                    "npm",
                    ">= 1.x",
                    ">=1.0.0",
                    "npm reads >=1.x as >=1.0.0; the expected end would leave 2.0.0, which it holds, out"),
            fromNative(
                    "npm",
                    "2.0.x || 2.1.x",
                    ">=2.0.0|<2.2.0",
                    "same versions; the expected text has 2.1.0 twice, which VERS 5.4 forbids"),
            fromNative(
                    "npm",
                    "<2.0.18 || <3.0.16 || <3.1.6 || <4.0.8 || <5.0.0-beta.5",
                    "<5.0.0-beta.5",
                    "same versions; in the expected text < follows <, which VERS 5.4 forbids"),
            fromNative(
                    "conan",
                    "",
                    ">=0.0.0",
                    "Conan reads an empty range as *; the expected text has no constraint, which VERS 5.3.3 forbids"),
            new Difference(
                    "validate \"vers:pypi/>0.0.0|>=0.0.1|0.0.2|<0.0.3|0.0.4|<0.0.5|>=0.0.6\"",
                    "vers:pypi/>0.0.0|<0.0.5|>=0.0.6",
                    "in the expected text >= follows > and < follows a version, which VERS 5.4 forbids; simplified"),
            new Difference(
                    "validate \"vers:pypi/>0.0.0|>=0.0.1|0.0.2|0.0.3|0.0.4|<0.0.5|>=0.0.6|!=0.8\"",
                    "vers:pypi/>0.0.0|<0.0.5|>=0.0.6|!=0.8",
                    "in the expected text >= follows > and < follows a version, which VERS 5.4 forbids; simplified"),
            new Difference(
                    comparison("maven", "[\"2-1\",\"2.0.a\"]"),
                    "[\"2.0.a\",\"2-1\"]",
                    "since 3.9 Maven drops zeros before letters: 2.0.a is 2.a; the case stands twice"),
            new Difference(
                    comparison("nuget", "[\"1.0.0-BETA.X.y.5.77.0+AA\",\"1.0.0-beta.x.y.5.79.0+aa\"]"),
                    "[\"1.0.0-BETA.X.y.5.77.0+AA\",\"1.0.0-beta.x.y.5.79.0+aa\"]",
                    "same order; the expected output holds a version, in lower case, that is none of the input"));

    private static Difference fromNative(String scheme, String range, String constraints, String reason) {
        return new Difference(
                "from_native {\"native_range\":\"%s\",\"scheme\":\"%s\"}".formatted(range, scheme),
                "vers:" + scheme + "/" + constraints,
                reason);
    }

    private static String comparison(String scheme, String versions) {
        return "comparison {\"input_scheme\":\"%s\",\"versions\":%s}".formatted(scheme, versions);
    }
}
