package dev.ward.customer;

/// A customer that is added with others.
///
/// @param id  its own from now on
public record NewCustomer(CustomerId id, CustomerDraft draft) {}
