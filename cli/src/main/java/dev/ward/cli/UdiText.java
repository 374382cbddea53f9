package dev.ward.cli;

import dev.ward.cli.terminal.Terminal;
import dev.ward.standards.udi.Udi;
import dev.ward.standards.udi.UdiDate;
import dev.ward.standards.udi.UdiResult;
import org.jspecify.annotations.Nullable;

/// Prints what came of reading UDIs for people: the text, then what it says, or a mark under the bad character.
final class UdiText {

    private static final String INDENT = "  ";

    private final Terminal terminal;

    UdiText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(UdiCommand.Answer answer) {
        terminal.out().println(terminal.bold(Terminal.printable(answer.text())));
        switch (answer.result()) {
            case UdiResult.Read read -> {
                udi(read.udi());
                read.forgiven().forEach(sentence -> row("forgiven", sentence));
            }
            case UdiResult.Unreadable bad -> {
                String blanks = " ".repeat(columns(answer.text(), bad.position()));
                terminal.out().println(blanks + terminal.red("^"));
                row("not a UDI", bad.message());
                row("position", "%d, counted from 0".formatted(bad.position()));
            }
        }
    }

    private void udi(Udi udi) {
        row("agency", udi.agency().name());
        row(
                "DI",
                udi.di() == null ? "none: this is not the whole UDI" : udi.di().value());
        row("lot", udi.lot());
        row("serial", udi.serial());
        row("manufactured", date(udi.pi().manufactured()));
        row("expires", date(udi.pi().expiry()));
        row("donation", udi.pi().donationId());
        row("software", udi.softwareVersion());
        Integer quantity = udi.pi().quantity();
        row("quantity", quantity == null ? null : quantity.toString());
        row("reads", udi.humanReadable());
    }

    /// A date, with the day that counts where only the month was written.
    private static @Nullable String date(@Nullable UdiDate date) {
        if (date == null) {
            return null;
        }
        return date.precision() == UdiDate.Precision.MONTH
                ? "%s (until %s)".formatted(date, date.date())
                : date.toString();
    }

    private void row(String name, @Nullable String value) {
        if (value != null) {
            terminal.out().println(INDENT + "%-13s ".formatted(name) + Terminal.printable(value));
        }
    }

    /// How many characters are shown before a place.
    private static int columns(String text, int position) {
        return text.codePointCount(0, Math.min(position, text.length()));
    }
}
