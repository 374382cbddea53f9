package dev.ward.customer;

/// A site that is added with others.
///
/// @param id        its own from now on
/// @param customer  one that is known, or added with it
public record NewSite(SiteId id, CustomerId customer, SiteDraft draft) {}
