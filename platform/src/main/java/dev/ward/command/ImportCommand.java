package dev.ward.command;

import dev.ward.advisory.Imports;
import dev.ward.advisory.Source;
import dev.ward.audit.Actor;
import dev.ward.job.Job;
import dev.ward.job.JobId;
import dev.ward.job.Jobs;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Imports files of a vulnerability source, straight into the database.
@Command(
        name = "import",
        description = "Imports a file, or each file of a folder, of a vulnerability source.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final List<String> COUNTS =
            List.of("told", "new", "revised", "retired", "unchanged", "older", "unread");

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Parameters(index = "0", paramLabel = "SOURCE", description = "cve, osv, nvd, kev or epss")
    private String source = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "A file or a folder")
    private Path path = Path.of("");

    @Override
    public Integer call() throws IOException {
        Source from = known();
        List<Path> files = files();
        try (OfflinePlatform platform = OfflinePlatform.open(options.data("ward"))) {
            int code = 0;
            for (Path file : files) {
                code = Math.max(code, take(platform, from, file));
            }
            return code;
        }
    }

    private Source known() {
        return Source.find(source)
                .orElseThrow(() ->
                        new Refusal("there is no source \"%s\"; known are cve, osv, nvd, kev, epss".formatted(source)));
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(path)) {
            throw new Refusal("there is no \"%s\"".formatted(path));
        }
        try (Stream<Path> all = Files.walk(path.toRealPath())) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            if (files.isEmpty()) {
                throw new Refusal("there is no file in \"%s\"".formatted(path));
            }
            return files;
        }
    }

    private int take(OfflinePlatform platform, Source from, Path file) throws IOException {
        JobId job;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            String name = String.valueOf(file.getFileName());
            job = platform.get(Imports.class).submit(from, name, in, Actor.machine("import"));
        }
        Job ended = JobEnd.await(platform.get(Jobs.class), job);
        System.out.println("%s: %s".formatted(file, words(ended)));
        return JobEnd.isCompleted(ended) ? 0 : PlatformCommand.REFUSED;
    }

    /// `completed: 40 told, 38 new, 2 older`; what is none is left out.
    private static String words(Job job) {
        if (!JobEnd.isCompleted(job)) {
            return "failed: " + job.problem();
        }
        String outcome = job.result().getOrDefault("outcome", "completed").replace('_', ' ');
        String counts = COUNTS.stream()
                .filter(count -> !job.result().getOrDefault(count, "0").equals("0"))
                .map(count -> job.result().get(count) + " " + count)
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? outcome : outcome + ": " + counts;
    }
}
