package dev.ward.command;

import dev.ward.audit.ChainHead;
import dev.ward.audit.ExportVerification;
import dev.ward.audit.Verdict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Checks the audit trail.
@Command(
        name = "audit",
        description = "Checks the audit trail.",
        mixinStandardHelpOptions = true,
        subcommands = AuditCommand.Verify.class)
final class AuditCommand {

    private static final int BROKEN_CHAIN = 1;

    /// Ends with 0 when the chain is whole, and with 1 when it is broken.
    @Command(
            name = "verify",
            description = {
                "Checks the chain of the database, or of an exported file.",
                "Ends with 0 when it is whole, 1 when it is broken, 3 when it could not be checked."
            },
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Mixin
        private PlatformOptions options = new PlatformOptions();

        @Option(names = "--file", paramLabel = "FILE", description = "An exported trail instead of the database")
        private @Nullable Path file;

        @Option(
                names = "--head",
                paramLabel = "SEQ:HASH",
                description = "A head that was noted elsewhere, which must be in the chain; may be repeated")
        private List<String> heads = new ArrayList<>();

        @Override
        public Integer call() throws IOException {
            List<ChainHead> noted = heads.stream().map(Verify::head).toList();
            Verdict verdict = file == null ? ofDatabase(options.data("ward"), noted) : ofFile(file, noted);
            switch (verdict) {
                case Verdict.Whole(var head) ->
                    System.out.println("whole: %d entries, the head is %s".formatted(head.seq(), head));
                case Verdict.Broken(long seq, String fault) ->
                    System.out.println("broken at entry %d: %s".formatted(seq, fault));
            }
            return verdict instanceof Verdict.Whole ? 0 : BROKEN_CHAIN;
        }

        private static ChainHead head(String text) {
            return ChainHead.parse(text.strip())
                    .orElseThrow(() -> new Refusal("\"%s\" is no head: it reads SEQ:HASH".formatted(text)));
        }

        private static Verdict ofDatabase(Path data, List<ChainHead> noted) throws IOException {
            try (PlainDatabase database = PlainDatabase.existing(data)) {
                return TrailCheck.of(database, data, noted);
            }
        }

        private static Verdict ofFile(Path file, List<ChainHead> noted) throws IOException {
            if (!Files.isReadable(file)) {
                throw new Refusal("there is no \"%s\" to read".formatted(file));
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return ExportVerification.verify(in, noted);
            }
        }
    }
}
