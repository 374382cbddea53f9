package dev.ward.product.gudid;

import java.util.UUID;

/// A record of the FDA that Ward knows.
///
/// @param order     the company's name as it is compared
/// @param importId  the file that told it last
public record KnownRecord(long id, String order, UUID importId, GudidRecord content) {}
