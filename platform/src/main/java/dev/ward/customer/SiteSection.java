package dev.ward.customer;

import dev.ward.web.PageSection;

/// A part of a site's page that another module writes.
public interface SiteSection extends PageSection<Site> {}
