package io.dmio.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.engine.LinuxSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A comparison that sees nothing would let everything pass. */
final class ComparisonTest {

  private static final List<String> VARIED =
      List.of("v-dmseg-001", "v-order-019", "v-flush-013", "v-special-013", "v-nullb-002");

  /** Every single value of a recording is changed, one at a time. */
  @Test
  void everyTamperedObservation_isTheOneThatDiffers() {
    int tampered = 0;
    for (String id : VARIED) {
      List<String> paths = new ArrayList<>();
      leaves("", Recorded.find(id).path("observed"), paths::add);
      for (String path : paths) {
        JsonNode spec = Recorded.find(id).deepCopy();
        tamper(spec.path("observed"), path);
        assertThat(new Conformance().replayCase(spec).differences())
            .as(id + " " + path)
            .extracting(Difference::what)
            .containsExactly(path);
        tampered++;
      }
    }
    assertThat(tampered).isGreaterThan(200);
  }

  @Test
  void observationThatIsMissing_isADifference() {
    ObjectNode spec = Recorded.find("v-basic-001").deepCopy();
    ((ObjectNode) spec.path("observed").path("ops").path(0)).remove("ret");
    assertThat(new Conformance().replayCase(spec).differences())
        .containsExactly(new Difference("ops[0].ret", "(nothing)", "0"));
  }

  @Test
  void observationThatIsUnknown_isADifference() {
    ObjectNode spec = Recorded.find("v-basic-001").deepCopy();
    ((ObjectNode) spec.path("observed")).put("colour", "blue");
    assertThat(new Conformance().replayCase(spec).differences())
        .containsExactly(new Difference("colour", "\"blue\"", "(nothing)"));
  }

  @Test
  void engineThatForgetsToZero_isFoundInTheBuffer() {
    LinuxSteps broken =
        new LinuxSteps() {
          @Override
          public boolean zeroFills(RequestOp op, BlockStatus status) {
            return false;
          }
        };
    assertThat(new Conformance(broken).replayCase(Recorded.find("v-dmseg-001")).differences())
        .extracting(Difference::what)
        .containsExactly(
            "ops[0].buffer_sha256", "ops[0].classes", "ops[2].buffer_sha256", "ops[2].classes");
  }

  @Test
  void engineThatMergesWithinPagesOnly_isFoundInTheBios() {
    LinuxSteps broken =
        new LinuxSteps() {
          @Override
          public boolean merges(long address) {
            return false;
          }
        };
    assertThat(new Conformance(broken).replayCase(Recorded.find("v-size-033")).differences())
        .extracting(Difference::what)
        .contains("ops[0].bios[0].vecs", "ops[0].bios[0].bytes");
  }

  @Test
  void engineThatShiftsBits_isFoundInTheBits() {
    LinuxSteps broken =
        new LinuxSteps() {
          @Override
          public long recordError(long bits, int region, BlockStatus status) {
            return super.recordError(bits, region & 31, status);
          }
        };
    assertThat(new Conformance(broken).replayCase(Recorded.find("v-reg-031")).differences())
        .extracting(Difference::what)
        .isSubsetOf("ops[0].error_bits", "ops[0].callbacks.error_bits")
        .hasSize(1);
  }

  private static void leaves(String path, JsonNode node, Consumer<String> found) {
    if (node.isObject()) {
      node.fieldNames()
          .forEachRemaining(
              name -> leaves(path.isEmpty() ? name : path + "." + name, node.get(name), found));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(path + "[" + i + "]", node.get(i), found);
      }
    } else {
      found.accept(path);
    }
  }

  /** Puts a word where something else was. */
  private static void tamper(JsonNode root, String path) {
    String pointer = "/" + path.replace("]", "").replace('[', '/').replace('.', '/');
    int cut = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, cut));
    String last = pointer.substring(cut + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), "tampered");
    } else {
      ((ObjectNode) parent).put(last, "tampered");
    }
  }
}
