package dev.ward.command;

import dev.ward.audit.AuditVerification;
import dev.ward.audit.Verdict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /// Ends with 0 when the chain is whole, and with 1 when it is broken.
    @Command(
            name = "verify",
            description = "Checks the chain of the database, or of an exported file.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Mixin
        private PlatformOptions options = new PlatformOptions();

        @Option(names = "--file", paramLabel = "FILE", description = "An exported trail instead of the database")
        private @Nullable Path file;

        @Override
        public Integer call() throws IOException {
            Verdict verdict = file == null ? ofDatabase() : ofFile(file);
            switch (verdict) {
                case Verdict.Whole(var head) ->
                    System.out.println("whole: %d entries, the last is %s".formatted(head.seq(), head.hash()));
                case Verdict.Broken(long seq, String fault) ->
                    System.out.println("broken at entry %d: %s".formatted(seq, fault));
            }
            return verdict instanceof Verdict.Whole ? 0 : 1;
        }

        private Verdict ofDatabase() {
            try (OfflinePlatform platform = OfflinePlatform.open(options.data("ward"))) {
                return platform.get(AuditVerification.class).verify();
            }
        }

        private static Verdict ofFile(Path file) throws IOException {
            if (!Files.isReadable(file)) {
                throw new Refusal("there is no \"%s\" to read".formatted(file));
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return AuditVerification.verify(in, null);
            }
        }
    }
}
