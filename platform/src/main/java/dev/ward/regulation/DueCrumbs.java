package dev.ward.regulation;

import dev.ward.handling.VulnerabilityCase;
import dev.ward.web.Page;

/// The way to a page that belongs to what is due for a case.
public final class DueCrumbs {

    private DueCrumbs() {}

    public static Page on(Page page, VulnerabilityCase one) {
        String here = "/cases/" + one.number();
        return page.crumb("Cases", "/cases").crumb(one.title(), here).crumb("What is due", here + "/due");
    }
}
