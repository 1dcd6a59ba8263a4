package io.dmio.mempool;

/**
 * What a pool has counted up to one moment; every count is 0 or more.
 *
 * @param taken elements taken since the pool was made for the first time
 * @param givenBack elements given back
 * @param out elements that are out: {@code taken - givenBack}
 * @param reserve elements in the reserve
 * @param minNr what the reserve is filled up to
 * @param lowWater the lowest reserve ever, while the pool existed
 * @param waiting callers waiting now
 * @param maxWaiting the most callers that ever waited at once
 * @param failures allocations that failed
 */
public record PoolCounts(
    long taken,
    long givenBack,
    long out,
    int reserve,
    int minNr,
    int lowWater,
    int waiting,
    int maxWaiting,
    long failures) {}
