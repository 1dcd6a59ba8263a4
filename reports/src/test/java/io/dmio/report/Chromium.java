package io.dmio.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium, spoken to by its DevTools protocol; the page's trouble is kept. */
final class Chromium implements AutoCloseable {

  private static final String ANNOUNCED = "DevTools listening on ";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the page logged as errors, threw, or asked for from anywhere but its file. */
  final List<String> trouble = new ArrayList<>();

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final Process process;
  private final WebSocket socket;
  private @Nullable String session;
  private int number;

  Chromium(Path executable, Path profile) throws IOException, InterruptedException {
    process =
        new ProcessBuilder(
                executable.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address()), new Listener())
            .join();
    JsonNode target =
        send("Target.createTarget", JSON.createObjectNode().put("url", "about:blank"));
    ObjectNode attach = JSON.createObjectNode().put("flatten", true);
    attach.put("targetId", target.path("targetId").asText());
    session = send("Target.attachToTarget", attach).path("sessionId").asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", JSON.createObjectNode());
    }
  }

  /** Where one is installed. */
  static @Nullable Path find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(n -> Path.of(folder, n)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private String address() throws IOException {
    BufferedReader errors =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      if (line.startsWith(ANNOUNCED)) {
        drain(errors);
        return line.substring(ANNOUNCED.length());
      }
      said.append(line).append('\n');
    }
    throw new IOException("Chromium did not start: " + said);
  }

  private static void drain(BufferedReader errors) {
    Thread reader = new Thread(() -> errors.lines().forEach(line -> {}));
    reader.setDaemon(true);
    reader.start();
  }

  /** Opens a page in a window of a size, in light or dark colours, and waits until it is there. */
  void open(String url, int width, int height, boolean dark) throws IOException {
    ObjectNode size = JSON.createObjectNode().put("width", width).put("height", height);
    send(
        "Emulation.setDeviceMetricsOverride",
        size.put("deviceScaleFactor", 1).put("mobile", false));
    ObjectNode media = JSON.createObjectNode();
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", dark ? "dark" : "light");
    send("Emulation.setEmulatedMedia", media);
    send("Page.navigate", JSON.createObjectNode().put("url", "about:blank"));
    send("Page.navigate", JSON.createObjectNode().put("url", url));
    waitFor("location.href.startsWith('file:') && document.readyState === 'complete'");
  }

  /** What an expression of the page's script gives, as text. */
  String value(String expression) throws IOException {
    ObjectNode what = JSON.createObjectNode().put("expression", "String(" + expression + ")");
    return send("Runtime.evaluate", what.put("awaitPromise", true))
        .path("result")
        .path("value")
        .asText();
  }

  /** Asks until an expression is true. */
  void waitFor(String expression) throws IOException {
    for (int i = 0; i < 2_000; i++) {
      if (value(expression).equals("true")) {
        return;
      }
    }
    throw new IOException("never true: " + expression);
  }

  /** A real click of a mouse. */
  void click(double x, double y) throws IOException {
    for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
      ObjectNode mouse = JSON.createObjectNode().put("type", type).put("x", x).put("y", y);
      send("Input.dispatchMouseEvent", mouse.put("button", "left").put("clickCount", 1));
    }
  }

  /** Turns the wheel with Ctrl held. */
  void zoomAt(double x, double y) throws IOException {
    ObjectNode wheel = JSON.createObjectNode().put("type", "mouseWheel").put("x", x).put("y", y);
    send(
        "Input.dispatchMouseEvent", wheel.put("deltaX", 0).put("deltaY", -240).put("modifiers", 2));
  }

  /** Presses a key. */
  void key(String key) throws IOException {
    send("Input.dispatchKeyEvent", JSON.createObjectNode().put("type", "keyDown").put("key", key));
    send("Input.dispatchKeyEvent", JSON.createObjectNode().put("type", "keyUp").put("key", key));
  }

  /** Writes what is on the screen as PNG. */
  void screenshot(Path file) throws IOException {
    String image = send("Page.captureScreenshot", JSON.createObjectNode()).path("data").asText();
    Files.write(file, Base64.getDecoder().decode(image));
  }

  private JsonNode send(String method, ObjectNode parameters) throws IOException {
    ObjectNode message = JSON.createObjectNode().put("id", ++number).put("method", method);
    message.set("params", parameters);
    if (session != null) {
      message.put("sessionId", session);
    }
    socket.sendText(message.toString(), true).join();
    return answer(method);
  }

  private JsonNode answer(String method) throws IOException {
    try {
      while (true) {
        String text = heard.poll(60, TimeUnit.SECONDS);
        if (text == null) {
          throw new IOException("no answer to " + method);
        }
        JsonNode message = JSON.readTree(text);
        note(message);
        if (message.path("id").asInt() == number) {
          if (message.has("error")) {
            throw new IOException(method + ": " + message.get("error"));
          }
          return message.path("result");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted in " + method, e);
    }
  }

  private void note(JsonNode event) {
    JsonNode what = event.path("params");
    String url = what.path("request").path("url").asText();
    boolean bad =
        switch (event.path("method").asText()) {
          case "Runtime.exceptionThrown" -> true;
          case "Runtime.consoleAPICalled" ->
              List.of("error", "warning").contains(what.path("type").asText());
          case "Log.entryAdded" -> what.path("entry").path("level").asText().equals("error");
          case "Network.requestWillBeSent" -> !url.matches("(?s)(file|data|about|blob):.*");
          default -> false;
        };
    if (bad) {
      trouble.add(what.toString());
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts the pieces of messages together. */
  private final class Listener implements WebSocket.Listener {

    private final StringBuilder message = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        heard.add(message.toString());
        message.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
