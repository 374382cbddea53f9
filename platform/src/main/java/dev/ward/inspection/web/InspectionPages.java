package dev.ward.inspection.web;

import dev.ward.handling.CaseFilter;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.identity.Account;
import dev.ward.identity.AccountId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.inspection.Inspection;
import dev.ward.inspection.InspectionDraft;
import dev.ward.inspection.Inspections;
import dev.ward.inspection.Seen;
import dev.ward.product.ProductFilter;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.web.Choices;
import dev.ward.web.Form;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.TableFormat;
import dev.ward.web.TableOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Opens inspections, ends them, and shows what the inspectors saw.
@Controller
@RequestMapping("/inspections")
@Requires(Permission.INSPECTION_OPEN)
class InspectionPages {

    private static final String TITLE = "Inspections";
    private static final String HERE = "/inspections";
    private static final int MOST = 500;
    /// So many cases of each kind are offered; older ones are named by their numbers.
    private static final int OFFERED = 30;
    private static final List<String> HEAD = List.of("Number", "When (UTC)", "Who", "What", "Address");

    private final Inspections inspections;
    private final Products products;
    private final Cases cases;
    private final CurrentActor actor;
    private final Visibility visibility;

    InspectionPages(
            Inspections inspections, Products products, Cases cases, CurrentActor actor, Visibility visibility) {
        this.inspections = inspections;
        this.products = products;
        this.cases = cases;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry inspectionEntry() {
        return new NavigationEntry(Section.PROGRAM, TITLE, HERE, Permission.INSPECTION_OPEN.name(), 85);
    }

    @GetMapping
    Page list(@RequestParam(required = false) @Nullable String after) {
        return page(Form.empty(), List.of(), List.of(), after);
    }

    @PostMapping
    ModelAndView open(
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "product", required = false) @Nullable List<String> chosen,
            @RequestParam(name = "case", required = false) @Nullable List<String> chosenCases,
            HttpServletResponse response) {
        List<String> named = chosen == null ? List.of() : chosen;
        List<String> numbers = chosenCases == null ? List.of() : chosenCases;
        try {
            InspectionDraft draft = new InspectionDraft(
                    Typed.id("account", sent.get("account"), text -> new AccountId(UUID.fromString(text))),
                    sent.getOrDefault("inspector", ""),
                    sent.getOrDefault("authority", ""),
                    named.stream()
                            .map(one -> Typed.id("products", one, ProductId::of))
                            .toList(),
                    Stream.concat(numbers.stream(), Typed.words(sent.get("cases")).stream())
                            .distinct()
                            .map(one -> Typed.id("cases", one, CaseNumber::of))
                            .toList(),
                    Typed.day("from", sent.get("from")),
                    Typed.day("until", sent.get("until")),
                    Typed.day("lastDay", sent.get("lastDay")));
            Inspection opened = inspections.open(actor.get(), visibility.reader(), draft);
            Notices.say(response, "The inspection is open.");
            return new ModelAndView("redirect:" + HERE + "/" + opened.id());
        } catch (ProblemException e) {
            Map<String, String> values = new HashMap<>(sent);
            return page(new Form(values, Map.of(), null, 0).refused(e), named, numbers, null)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id) {
        Inspection one = inspections.get(visibility.reader(), id);
        return Page.of("inspection/show", Section.PROGRAM, "Inspection by " + one.authority())
                .crumb(TITLE, HERE)
                .with("one", one)
                .with("isOpen", one.isOpen(inspections.today()))
                .with("products", names(one))
                .with("seen", inspections.seen(visibility.reader(), one, MOST));
    }

    private List<String> names(Inspection one) {
        Reader reader = visibility.reader();
        return one.products().stream()
                .map(id -> products.get(reader, new ProductId(id)).name())
                .toList();
    }

    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable UUID id, HttpServletResponse response) {
        inspections.end(actor.get(), visibility.reader(), id);
        Notices.say(response, "The inspection is ended. The inspector sees nothing any more.");
        return new ModelAndView("redirect:" + HERE + "/" + id);
    }

    @GetMapping("/{id}/seen.csv")
    void csv(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Inspection one = inspections.get(visibility.reader(), id);
        List<Seen> all = inspections.seen(visibility.reader(), one);
        TableFormat.CSV.announce(response, "seen");
        try (TableOutput table = TableOutput.open(TableFormat.CSV, response.getOutputStream(), "seen", HEAD)) {
            for (Seen row : all) {
                table.row(List.of(row.number(), row.at().toString(), row.by(), row.what(), row.path()));
            }
        }
    }

    /// The newest that the person may see, open and closed, by number.
    private SequencedMap<String, String> newest(Reader reader) {
        SequencedMap<String, String> named = new LinkedHashMap<>();
        for (boolean closed : new boolean[] {false, true}) {
            cases.list(reader, new CaseFilter(closed, null, null, null), null, OFFERED)
                    .items()
                    .forEach(one -> named.put(one.number().text(), one.title()));
        }
        return named;
    }

    private Page page(Form form, List<String> chosen, List<String> chosenCases, @Nullable String after) {
        Reader reader = visibility.reader();
        return Page.of("inspection/list", Section.PROGRAM, TITLE)
                .with("inspections", inspections.list(reader, after, Slice.USUAL_LIMIT))
                .with("cases", newest(reader))
                .with("chosenCases", chosenCases)
                .with("today", inspections.today())
                .with("inspectors", accounts(reader))
                .with("products", products(reader))
                .with("chosen", chosen)
                .with("form", form);
    }

    private SequencedMap<String, String> accounts(Reader reader) {
        return Choices.of(
                inspections.inspectors(reader), account -> account.id().toString(), Account::name);
    }

    private SequencedMap<String, String> products(Reader reader) {
        return Choices.of(
                products.list(reader, new ProductFilter(null, null, false, ProductFilter.USUAL), null, Slice.MOST)
                        .items(),
                line -> line.product().id().toString(),
                line -> line.product().name());
    }
}
