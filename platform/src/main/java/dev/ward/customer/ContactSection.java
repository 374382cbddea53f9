package dev.ward.customer;

import dev.ward.web.PageSection;

/// A part of a contact's page that another module writes.
public interface ContactSection extends PageSection<Contact> {}
