package io.dmio.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.dmio.testbed.Semantics;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object on one line. */
public final class Json {

  /** The version of what programs read. */
  private static final int VERSION = 1;

  private static final JsonFactory FACTORY = new JsonFactory();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator generator;

  private Json() throws IOException {
    generator = FACTORY.createGenerator(text);
  }

  /** Puts the fields of an object, which may fail as all writing can. */
  @FunctionalInterface
  public interface Fields {
    void put(Json json) throws IOException;
  }

  /** A line with an object: the fields that every object has, and these. */
  public static String object(Fields fields) {
    try {
      Json json = new Json();
      json.generator.writeStartObject();
      json.put("json", VERSION);
      json.put("dmioVersion", ProductVersion.text());
      json.put("semantics", Semantics.NUMBER);
      fields.put(json);
      json.generator.writeEndObject();
      json.generator.close();
      return json.text.toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public void put(String name, @Nullable String value) throws IOException {
    generator.writeStringField(name, value);
  }

  public void put(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
  }

  public void put(String name, double value) throws IOException {
    generator.writeNumberField(name, value);
  }

  public void put(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
  }

  /** A number, or null where it is negative: where there is nothing to name. */
  public void putUnlessNegative(String name, long value) throws IOException {
    if (value < 0) {
      generator.writeNullField(name);
    } else {
      generator.writeNumberField(name, value);
    }
  }

  public void putSeed(String name, long seed) throws IOException {
    put(name, Seed.text(seed));
  }

  void putDigest(String name, long digest) throws IOException {
    put(name, HexFormat.of().toHexDigits(digest));
  }

  void putTexts(String name, Iterable<String> texts) throws IOException {
    generator.writeArrayFieldStart(name);
    for (String text : texts) {
      generator.writeString(text);
    }
    generator.writeEndArray();
  }

  void putNumbers(String name, Iterable<Integer> numbers) throws IOException {
    generator.writeArrayFieldStart(name);
    for (int number : numbers) {
      generator.writeNumber(number);
    }
    generator.writeEndArray();
  }

  /** An object. */
  void putObject(String name, Fields fields) throws IOException {
    generator.writeObjectFieldStart(name);
    fields.put(this);
    generator.writeEndObject();
  }

  /** An array of objects, one an element. */
  public <T> void putObjects(String name, Iterable<T> elements, Element<T> writer)
      throws IOException {
    generator.writeArrayFieldStart(name);
    for (T element : elements) {
      generator.writeStartObject();
      writer.put(this, element);
      generator.writeEndObject();
    }
    generator.writeEndArray();
  }

  /** Puts the fields of one element of an array. */
  @FunctionalInterface
  public interface Element<T> {
    public void put(Json json, T element) throws IOException;
  }
}
