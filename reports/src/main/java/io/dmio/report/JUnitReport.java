package io.dmio.report;

import io.dmio.check.Failure;
import io.dmio.sim.Digest;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Verdict;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Verdicts as CI servers read them: one case a scenario. Times are virtual seconds, so equal runs
 * give equal bytes.
 */
public final class JUnitReport {

  private JUnitReport() {}

  /**
   * Writes a suite.
   *
   * @param results the runs, in their order
   * @param replayCommand what makes a run again
   */
  public static byte[] of(List<RunResult> results, Function<RunResult, String> replayCommand) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      suite(xml, results);
      for (RunResult result : results) {
        testCase(xml, result, replayCommand.apply(result));
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory cannot fail", e);
    }
    return out.toByteArray();
  }

  private static void suite(XMLStreamWriter xml, List<RunResult> results)
      throws XMLStreamException {
    long crashed = results.stream().filter(r -> r.verdict() == Verdict.CRASHED).count();
    long wrong = results.stream().filter(r -> !r.verdict().holds()).count();
    xml.writeAttribute("name", "dmio");
    xml.writeAttribute("tests", Integer.toString(results.size()));
    xml.writeAttribute("failures", Long.toString(wrong - crashed));
    xml.writeAttribute("errors", Long.toString(crashed));
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute(
        "time", seconds(results.stream().mapToLong(RunResult::virtualTimeNanos).sum()));
  }

  private static void testCase(XMLStreamWriter xml, RunResult result, String replay)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "dmio." + result.dialect().text());
    xml.writeAttribute("name", result.scenario() + " seed 0x" + Long.toHexString(result.seed()));
    xml.writeAttribute("time", seconds(result.virtualTimeNanos()));
    if (!result.verdict().holds()) {
      problem(xml, result, replay);
    }
    xml.writeCharacters("\n    ");
    xml.writeStartElement("system-out");
    xml.writeCharacters(
        result.verdict().text()
            + " fingerprint="
            + Digest.format(result.fingerprint())
            + " outcome="
            + Digest.format(result.outcome())
            + " replay="
            + replay);
    xml.writeEndElement();
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void problem(XMLStreamWriter xml, RunResult result, String replay)
      throws XMLStreamException {
    boolean error = result.verdict() == Verdict.CRASHED;
    Failure first = result.failures().isEmpty() ? null : result.failures().get(0);
    String type = first == null ? result.verdict().text() : first.check().text();
    String message = first == null ? result.verdict().text() : first.message();
    xml.writeCharacters("\n    ");
    xml.writeStartElement(error ? "error" : "failure");
    xml.writeAttribute("type", type);
    xml.writeAttribute("message", message + "; replay: " + replay);
    StringBuilder text = new StringBuilder();
    for (Failure failure : result.failures()) {
      text.append(failure.check().text()).append(": ").append(failure.message()).append('\n');
    }
    xml.writeCharacters(text + replay);
    xml.writeEndElement();
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%d.%09d", nanos / 1_000_000_000, nanos % 1_000_000_000);
  }
}
