package io.dmio.planted;

import io.dmio.scenario.Scenarios;
import io.dmio.testbed.Testbed;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/**
 * The simulator with one mistake in it: the source is compiled anew, and all classes of the project
 * are loaded anew around it.
 */
final class PlantedSimulator implements AutoCloseable {

  private static final Path SOURCES = Path.of("../simulator/src/main/java/io/dmio");

  private final Loader loader;
  private final UnaryOperator<String> probe;

  private PlantedSimulator(Loader loader, UnaryOperator<String> probe) {
    this.loader = loader;
    this.probe = probe;
  }

  /**
   * Plants a mistake.
   *
   * @param folder where compiled classes go
   */
  static PlantedSimulator with(Mistake mistake, Path folder) throws IOException {
    String source = Files.readString(SOURCES.resolve(mistake.source()));
    int place = source.indexOf(mistake.right());
    if (place < 0 || source.indexOf(mistake.right(), place + 1) >= 0) {
      throw new AssertionError(
          mistake + ": this must stand there once; look where it is now: " + mistake.right());
    }
    Path file = folder.resolve(Path.of(mistake.source()).getFileName());
    Files.writeString(file, source.replace(mistake.right(), mistake.wrong()));
    compile(file, folder);
    return load(folder);
  }

  /** What comes of a scenario of the catalog, as {@link Probe} says it. */
  String outcomeOf(String scenario) {
    return probe.apply(Path.of("catalog", scenario + ".yaml").toString());
  }

  private static void compile(Path file, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath =
        placeOf(Testbed.class) + System.getProperty("path.separator") + placeOf(NullMarked.class);
    List<String> options =
        List.of("-proc:none", "-nowarn", "-cp", classPath, "-d", folder.toString());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(file)).call();
      if (!compiled) {
        throw new AssertionError("a mistake that does not compile, in " + file);
      }
    }
  }

  private static PlantedSimulator load(Path folder) throws IOException {
    URL[] places = {
      folder.toUri().toURL(),
      placeOf(Testbed.class).toUri().toURL(),
      placeOf(Scenarios.class).toUri().toURL(),
      placeOf(Probe.class).toUri().toURL()
    };
    Loader loader = new Loader(places);
    try {
      Class<?> probe = loader.loadClass(Probe.class.getName());
      @SuppressWarnings("unchecked")
      UnaryOperator<String> runs =
          (UnaryOperator<String>) probe.getDeclaredConstructor().newInstance();
      return new PlantedSimulator(loader, runs);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("the probe cannot be loaded", e);
    }
  }

  private static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  /** Finds the project's classes itself, the one with the mistake first, and all others above. */
  private static final class Loader extends URLClassLoader {

    Loader(URL[] places) {
      super(places, PlantedSimulator.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("io.dmio.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
