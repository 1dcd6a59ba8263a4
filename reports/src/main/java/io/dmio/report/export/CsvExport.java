package io.dmio.report.export;

import io.dmio.model.BioTable;
import io.dmio.model.RunModel;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** A table of the bios of a run, in the order of their submission. */
public final class CsvExport {

  private static final String HEADER =
      "bio,call,region,device,op,sector,bytes,submit_ns,issue_ns,end_ns,status\n";

  private final RunModel model;
  private final BioFlags flags;

  public CsvExport(RunModel model) {
    this.model = model;
    this.flags = new BioFlags(model);
  }

  public void writeTo(Writer out) throws IOException {
    out.write(HEADER);
    StringBuilder line = new StringBuilder();
    for (int row = 0; row < model.bios().count(); row++) {
      if (!model.bios().isPart(row)) {
        line.setLength(0);
        append(line, row);
        out.append(line);
      }
    }
  }

  /** Code of the user names its calls as it likes. */
  private static String quoted(String name) {
    boolean plain = name.indexOf(',') < 0 && name.indexOf('"') < 0;
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private void append(StringBuilder text, int row) {
    BioTable bios = model.bios();
    boolean over = bios.ended(row) >= 0;
    text.append(bios.number(row)).append(',');
    text.append(quoted(model.result().names().call(bios.call(row)))).append(',');
    text.append(bios.region(row)).append(',');
    text.append(model.result().names().device(bios.device(row))).append(',');
    text.append(flags.op(row).name().toLowerCase(Locale.ROOT)).append(',');
    text.append(bios.sector(row)).append(',').append(bios.bytes(row)).append(',');
    text.append(bios.submitted(row)).append(',');
    text.append(bios.wasIssued(row) ? Long.toString(bios.issued(row)) : "").append(',');
    text.append(over ? Long.toString(bios.ended(row)) : "").append(',');
    text.append(over ? bios.status(row).name() : "").append('\n');
  }
}
