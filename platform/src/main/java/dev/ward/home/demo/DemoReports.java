package dev.ward.home.demo;

import dev.ward.audit.Actor;
import dev.ward.handling.CaseFilter;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.identity.Reader;
import dev.ward.report.DraftKeeper;
import dev.ward.report.DraftKind;
import dev.ward.report.Drafts;
import dev.ward.report.Manufacturer;
import dev.ward.report.Manufacturers;
import dev.ward.signature.Signing;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says who reports, and drafts the report of a correction: some of it promised, and kept signed.
@Component
class DemoReports {

    private final DemoFile file;
    private final Cases cases;
    private final Manufacturers manufacturers;
    private final Drafts drafts;
    private final DraftKeeper keeper;
    private final Signing signing;
    private final Clock clock;

    DemoReports(
            DemoFile file,
            Cases cases,
            Manufacturers manufacturers,
            Drafts drafts,
            DraftKeeper keeper,
            Signing signing,
            Clock clock) {
        this.file = file;
        this.cases = cases;
        this.manufacturers = manufacturers;
        this.drafts = drafts;
        this.keeper = keeper;
        this.signing = signing;
        this.clock = clock;
    }

    /// @param promisedInDays  null when the text itself is what was missing
    private record Said(String item, String text, @Nullable Integer promisedInDays) {}

    /// @param by    the role of who does all of it
    /// @param type  `C` of a correction, `R` of a removal
    private record Story(String vulnerability, String by, String type, Manufacturer.Draft maker, List<Said> answers) {}

    void tell(DemoPeople people) throws IOException {
        Story story = file.read("reports.json", Story.class);
        Actor actor = people.actor(story.by());
        Reader reader = people.reader(story.by());
        manufacturers.save(actor, manufacturers.current().version(), story.maker());
        CaseFilter filter = new CaseFilter(false, null, null, story.vulnerability());
        CaseNumber number =
                cases.list(reader, filter, null, 1).items().getFirst().number();
        drafts.designate(actor, reader, number, story.type());
        for (Said one : story.answers()) {
            String promised = one.promisedInDays() == null
                    ? null
                    : LocalDate.now(clock).plusDays(one.promisedInDays()).toString();
            drafts.answer(actor, reader, DraftKind.FDA_806_10, number, one.item(), one.text(), promised);
        }
        keeper.keep(people.signer(story.by(), signing), reader, number, DraftKind.FDA_806_10);
    }
}
