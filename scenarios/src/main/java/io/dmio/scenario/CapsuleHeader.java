package io.dmio.scenario;

import io.dmio.check.Check;
import org.jspecify.annotations.Nullable;

/**
 * How a seeded capsule was made, and what its run came to.
 *
 * @param madeBy the dmio that made it
 * @param semantics of that dmio
 * @param from the file that it was made of, as its user spelled it
 * @param sha256 of the bytes of that file
 * @param seed the seed of the run
 * @param fails the check that failed first, or null
 * @param rule the name of the fault rule that is involved, or null
 * @param exhibit the bug of the museum that was put in, or null
 * @param fingerprint the digest of every event
 * @param outcome the digest of what users see
 */
public record CapsuleHeader(
    String madeBy,
    int semantics,
    String from,
    String sha256,
    long seed,
    @Nullable Check fails,
    @Nullable String rule,
    @Nullable String exhibit,
    long fingerprint,
    long outcome) {}
