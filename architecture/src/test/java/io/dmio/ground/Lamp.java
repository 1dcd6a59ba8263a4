package io.dmio.ground;

import io.dmio.upper.Window;
import java.util.Optional;

/** Uses a room above, and a library that the plan does not have. */
record Lamp(Window hangsIn, Optional<String> light) {}
