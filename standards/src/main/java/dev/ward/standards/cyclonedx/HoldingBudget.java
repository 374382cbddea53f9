package dev.ward.standards.cyclonedx;

/// How many nested parts may still be held back until the one that holds them has said its `bom-ref`.
final class HoldingBudget {

    private static final int MOST = 10_000;

    private int held;

    boolean take() {
        held++;
        return held <= MOST;
    }

    void giveBack(int count) {
        held -= count;
    }
}
