package dev.ward.command;

import dev.ward.audit.ChainHead;
import dev.ward.audit.Checkpoint;
import dev.ward.audit.ExportVerification;
import dev.ward.audit.Verdict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        subcommands = {AuditCommand.Verify.class, AuditCommand.SignHead.class})
final class AuditCommand {

    private static final int BROKEN_CHAIN = 1;
    private static final long MOST_BYTES = 10_000;

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

        @Option(
                names = "--checkpoint",
                paramLabel = "FILE",
                description = "A signed checkpoint, whose head must be in the chain; may be repeated")
        private List<Path> checkpoints = new ArrayList<>();

        @Option(
                names = "--key",
                paramLabel = "KEY",
                description = "The public key by which checkpoints must be signed, as it was noted with the first")
        private @Nullable String key;

        @Override
        public Integer call() throws IOException {
            List<ChainHead> noted =
                    new ArrayList<>(heads.stream().map(Verify::head).toList());
            for (Path checkpoint : checkpoints) {
                noted.add(signed(checkpoint));
            }
            Verdict verdict = file == null ? ofDatabase(options.data("ward"), noted) : ofFile(file, noted);
            switch (verdict) {
                case Verdict.Whole(var head, long withheld) ->
                    System.out.println("whole: %d entries%s, the head is %s"
                            .formatted(head.seq(), withheld == 0 ? "" : " (%d withheld)".formatted(withheld), head));
                case Verdict.Broken(long seq, String fault) ->
                    System.out.println("broken at entry %d: %s".formatted(seq, fault));
            }
            return verdict instanceof Verdict.Whole ? 0 : BROKEN_CHAIN;
        }

        private static ChainHead head(String text) {
            return ChainHead.parse(text.strip())
                    .orElseThrow(() -> new Refusal("\"%s\" is no head: it reads SEQ:HASH".formatted(text)));
        }

        private ChainHead signed(Path checkpoint) throws IOException {
            if (!Files.isReadable(checkpoint) || Files.size(checkpoint) > MOST_BYTES) {
                throw new Refusal("there is no checkpoint \"%s\" to read".formatted(checkpoint));
            }
            Checkpoint read = Checkpoint.parse(Files.readString(checkpoint))
                    .orElseThrow(() -> new Refusal("\"%s\" is no checkpoint".formatted(checkpoint)));
            if (!read.isSound()) {
                throw new Refusal("the signature of \"%s\" is wrong: it was changed".formatted(checkpoint));
            }
            if (key != null && !key.equals(read.key())) {
                throw new Refusal("\"%s\" is signed by another key: %s".formatted(checkpoint, read.key()));
            }
            return read.head();
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

    /// Checks the chain, and signs its head for a place outside.
    @Command(
            name = "checkpoint",
            description = {
                "Checks the chain of the database, and writes its head signed, to be kept outside of this machine.",
                "Ends with 0 when it is written, 1 when the chain is broken, 3 when it could not be checked."
            },
            mixinStandardHelpOptions = true)
    static final class SignHead implements Callable<Integer> {

        @Mixin
        private PlatformOptions options = new PlatformOptions();

        @Option(names = "--out", paramLabel = "FILE", description = "A new file; printed when there is none")
        private @Nullable Path out;

        @Override
        public Integer call() throws IOException {
            Path data = options.data("ward");
            try (PlainDatabase database = PlainDatabase.existing(data)) {
                switch (TrailCheck.of(database, data, List.of())) {
                    case Verdict.Broken(long seq, String fault) -> {
                        System.out.println("broken at entry %d: %s".formatted(seq, fault));
                        return BROKEN_CHAIN;
                    }
                    case Verdict.Whole whole -> write(Checkpoint.of(whole.head(), now(), CheckpointKey.in(data)));
                }
            }
            return 0;
        }

        private static Instant now() {
            return Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        }

        private void write(Checkpoint checkpoint) throws IOException {
            if (out == null) {
                System.out.println(checkpoint.json());
                return;
            }
            try {
                Files.writeString(out, checkpoint.json() + "\n", StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                throw new Refusal("\"%s\" is there already".formatted(out));
            }
            System.out.println("%s is signed in %s by the key %s".formatted(checkpoint.head(), out, checkpoint.key()));
        }
    }
}
