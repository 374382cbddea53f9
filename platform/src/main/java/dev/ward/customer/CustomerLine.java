package dev.ward.customer;

/// A customer in a list.
///
/// @param sites  how many that are not archived
public record CustomerLine(Customer customer, int sites) {}
