package io.dmio.scenario.source;

import io.dmio.formats.InputFile;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.scenario.yaml.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The text of a scenario and where it comes from. */
public final class ScenarioSource {

  /** The most bytes of a file that is read. */
  public static final int MOST_BYTES = Bounds.FILE_BYTES;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String displayName;
  private final @Nullable String stem;
  private final @Nullable Path file;
  private final @Nullable Path directory;
  private final byte[] bytes;

  private ScenarioSource(
      String displayName,
      @Nullable String stem,
      @Nullable Path file,
      @Nullable Path directory,
      byte[] bytes) {
    this.displayName = displayName;
    this.stem = stem;
    this.file = file;
    this.directory = directory;
    this.bytes = bytes;
  }

  /**
   * An ordinary file of at most {@link #MOST_BYTES}.
   *
   * @param displayName the file as the caller spells it, for messages
   */
  public static ScenarioSource file(Path file, String displayName) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path name = absolute.getFileName();
    return new ScenarioSource(
        displayName,
        stem(name == null ? "" : name.toString()),
        absolute,
        absolute.getParent(),
        InputFile.read(file, MOST_BYTES));
  }

  /** A text without a file; its scenario may have any name. */
  public static ScenarioSource text(String displayName, String text) {
    return text(displayName, text, null);
  }

  /** A text that may be written to a folder. */
  public static ScenarioSource text(String displayName, String text, @Nullable Path directory) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ScenarioSource(displayName, null, null, directory, bytes);
  }

  /** A file of which nothing but its place is asked. */
  public static ScenarioSource unread(Path file) {
    Path absolute = file.toAbsolutePath();
    return new ScenarioSource(file.toString(), null, absolute, absolute.getParent(), new byte[0]);
  }

  public static ScenarioSource shipped(String displayName, String stem, byte[] bytes) {
    return new ScenarioSource(displayName, stem, null, null, bytes);
  }

  private static String stem(String fileName) {
    if (fileName.endsWith(".yaml")) {
      return fileName.substring(0, fileName.length() - ".yaml".length());
    }
    return fileName.endsWith(".yml")
        ? fileName.substring(0, fileName.length() - ".yml".length())
        : fileName;
  }

  /** The file as the caller spells it. */
  public String displayName() {
    return displayName;
  }

  /** The file that it was read from, or null. */
  @Nullable Path file() {
    return file;
  }

  /** What paths in the text are relative to; null: there are no files beside it. */
  public @Nullable Path directory() {
    return directory;
  }

  /** The name that the scenario must have, or null. */
  public @Nullable String stem() {
    return stem;
  }

  /** SHA-256 of its bytes, 64 hex digits. */
  public String sha256() {
    return sha256(bytes);
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text, which must be UTF-8; a byte order mark is left out. */
  public String text() throws ScenarioException {
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      Position at = SourceText.end(text);
      Mistakes mistakes = new Mistakes(displayName);
      mistakes.report(at, "a byte that is not UTF-8", "save the file as UTF-8");
      mistakes.failIfAny(SourceText.lines(text));
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
