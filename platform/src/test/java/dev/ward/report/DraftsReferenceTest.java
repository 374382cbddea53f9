package dev.ward.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.identity.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The tables of the reference are what the drafts ask for; `-Dward.write=true` writes them anew.
@WardTest
class DraftsReferenceTest {

    private static final Path REFERENCE = Path.of("..", "docs", "reference", "drafts.md");
    private static final String FIRST = "\n## ";

    private final List<Drafting> draftings;
    private final CaseReadings readings;
    private final Cases cases;

    @Autowired
    DraftsReferenceTest(List<Drafting> draftings, CaseReadings readings, Cases cases) {
        this.readings = readings;
        this.draftings = draftings;
        this.cases = cases;
    }

    @Test
    void isWhatTheDraftsAskFor() throws IOException {
        String written = Files.readString(REFERENCE);
        int first = written.indexOf(FIRST);
        String words = first < 0 ? written : written.substring(0, first + 1);
        if (Boolean.getBoolean("ward.write")) {
            Files.writeString(REFERENCE, words + tables());
        }
        assertThat(Files.readString(REFERENCE)).isEqualTo(words + tables());
    }

    private String tables() {
        CaseNumber number =
                cases.open(Actor.machine("test"), new CaseDraft("A hole", null)).number();
        return draftings.stream()
                .sorted(Comparator.comparing(Drafting::kind))
                .map(one -> table(one, number))
                .collect(Collectors.joining("\n"));
    }

    private String table(Drafting one, CaseNumber number) {
        DraftKind kind = one.kind();
        List<Form.Line> lines = Form.of(kind).lines();
        String head =
                "## %s\n\n%s. Page `/cases/…/due/drafts/%s`.\n\n".formatted(kind.title(), kind.source(), kind.slug());
        if (lines.isEmpty()) {
            return head + "| item | asks for | from |\n| --- | --- | --- |\n"
                    + one.draft(readings.of(Reader.machine("test"), number)).items().stream()
                            .map(item -> "| %s | %s | %s |\n".formatted(item.number(), item.title(), item.source()))
                            .collect(Collectors.joining());
        }
        return head + "| item | asks for | from | while it is not known |\n| --- | --- | --- | --- |\n"
                + lines.stream()
                        .map(line -> "| %s | %s | %s | %s |\n"
                                .formatted(line.number(), line.title(), line.source(), line.missing()))
                        .collect(Collectors.joining());
    }
}
