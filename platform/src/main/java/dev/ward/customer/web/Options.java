package dev.ward.customer.web;

import dev.ward.customer.Countries;
import dev.ward.customer.Site;
import dev.ward.customer.SiteLine;
import dev.ward.web.Worded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What the lists of forms offer: what is sent, and its words.
public final class Options {

    private Options() {}

    public static SequencedMap<String, String> of(Worded... choices) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (Worded choice : choices) {
            options.put(choice.word(), choice.title());
        }
        return options;
    }

    public static SequencedMap<String, String> countries() {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        Countries.all().forEach(country -> options.put(country.code(), country.name()));
        return options;
    }

    public static SequencedMap<String, String> ofSites(List<SiteLine> lines) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (SiteLine line : lines) {
            Site site = line.site();
            options.put(site.id().toString(), site.name());
        }
        return options;
    }
}
