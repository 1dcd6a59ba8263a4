package io.dmio.report;

import io.dmio.workload.PrintableText;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Verdicts as CI servers read them, in the XML of JUnit. Times are virtual seconds, so equal runs
 * give equal bytes.
 */
public final class JUnitReport {

  /** By which a file of this kind is known. */
  public static final String MARK = "<testsuite name=\"dmio\"";

  private JUnitReport() {}

  /** Writes a suite of cases, in their order. */
  public static byte[] of(List<JUnitCase> cases) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      writeSums(xml, cases);
      for (JUnitCase one : cases) {
        writeCase(xml, one);
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

  private static void writeSums(XMLStreamWriter xml, List<JUnitCase> cases)
      throws XMLStreamException {
    long problems = cases.stream().filter(one -> one.problem() != null).count();
    long errors = cases.stream().filter(JUnitReport::isError).count();
    long nanos = cases.stream().mapToLong(JUnitCase::virtualTimeNanos).sum();
    xml.writeAttribute("name", "dmio");
    xml.writeAttribute("tests", Integer.toString(cases.size()));
    xml.writeAttribute("failures", Long.toString(problems - errors));
    xml.writeAttribute("errors", Long.toString(errors));
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute("time", seconds(nanos));
  }

  private static void writeCase(XMLStreamWriter xml, JUnitCase one) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", legal(one.group()));
    xml.writeAttribute("name", legal(one.name()));
    xml.writeAttribute("time", seconds(one.virtualTimeNanos()));
    JUnitCase.Problem problem = one.problem();
    if (problem != null) {
      xml.writeCharacters("\n    ");
      xml.writeStartElement(problem.error() ? "error" : "failure");
      xml.writeAttribute("type", problem.type());
      xml.writeAttribute("message", legal(problem.message()));
      xml.writeCharacters(legal(problem.details()));
      xml.writeEndElement();
    }
    if (!one.text().isEmpty()) {
      xml.writeCharacters("\n    ");
      xml.writeStartElement("system-out");
      xml.writeCharacters(legal(one.text()));
      xml.writeEndElement();
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  /** XML has no way to write most of what is not shown. */
  private static String legal(String text) {
    return PrintableText.lines(text);
  }

  private static boolean isError(JUnitCase one) {
    JUnitCase.Problem problem = one.problem();
    return problem != null && problem.error();
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%d.%09d", nanos / 1_000_000_000, nanos % 1_000_000_000);
  }
}
