package dev.ward.product.web;

/// A model as it is created and renamed.
record ModelBody(String name) {}
