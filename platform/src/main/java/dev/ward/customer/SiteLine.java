package dev.ward.customer;

/// A site in a list.
public record SiteLine(Site site, String customerName) {}
