package dev.ward.customer;

import dev.ward.web.PageSection;

/// A part of a customer's page that another module writes.
public interface CustomerSection extends PageSection<Customer> {}
