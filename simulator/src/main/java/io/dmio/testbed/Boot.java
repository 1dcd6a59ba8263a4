package io.dmio.testbed;

import io.dmio.engine.DmIoEngine;
import io.dmio.ledger.Ledger;
import io.dmio.workload.Workload;

/**
 * One boot of the host: all that is gone when the host dies.
 *
 * @param engine with its pools
 * @param ledger of the calls
 * @param workload the tasks of this boot
 */
record Boot(DmIoEngine engine, Ledger ledger, Workload workload) {}
