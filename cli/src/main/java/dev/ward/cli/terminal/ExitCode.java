package dev.ward.cli.terminal;

/// How a command ended.
public final class ExitCode {

    public static final int FINE = 0;
    /// `--fail-on` found what it was to look for, a text is no UDI, or rows of a file are refused.
    public static final int FOUND = 1;
    public static final int USAGE = 2;
    /// An input could not be read, or there were no sources.
    public static final int UNREADABLE = 3;
    /// A fault of Ward itself.
    public static final int INTERNAL = 4;

    private ExitCode() {}
}
