package dev.ward.device.web;

import dev.ward.device.Balance;
import org.jspecify.annotations.Nullable;

/// Whether what was made is accounted for, as the API shows it.
record BalanceView(
        String product,
        @Nullable String model,
        @Nullable String lot,
        long manufactured,
        long inStock,
        long distributed,
        long scrapped,
        long difference) {

    static BalanceView from(Balance balance) {
        return new BalanceView(
                balance.product(),
                balance.model(),
                balance.lot(),
                balance.manufactured(),
                balance.inStock(),
                balance.distributed(),
                balance.scrapped(),
                balance.difference());
    }
}
