package io.dmio.scenario.step;

import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.source.NamedFiles;
import io.dmio.scenario.source.RunningCode;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.workload.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of a file's {@code java} steps; open until the scenario is closed. Nothing of
 * them runs here: a class is initialised, and its constructor called, when a run begins with it.
 */
public final class UserClasses implements AutoCloseable {

  private final NamedFiles files;
  private final RunningCode running;
  private final ClassLoader parent;
  private final Map<List<String>, URLClassLoader> loaders = new LinkedHashMap<>();
  private boolean any;

  /**
   * Loads nothing yet.
   *
   * @param parent knows the classes that no {@code class-path} has
   */
  public UserClasses(NamedFiles files, RunningCode running, ClassLoader parent) {
    this.files = files;
    this.running = running;
    this.parent = parent;
  }

  /** Whether there is any step that runs code. */
  public boolean any() {
    return any;
  }

  /** The task of a step, or null after mistakes were reported. */
  @Nullable UserTask load(ParsedObject java, Mistakes mistakes) {
    any = true;
    String name = java.get(StepKeys.CLASS);
    Position at = java.at(StepKeys.CLASS);
    if (!files.mayRunCode()) {
      mistakes.report(
          at,
          "a scenario from outside of your working folder runs no code of its own",
          "code can do all that you can do: read it, then copy the scenario below your working"
              + " folder, or allow it: --allow-code");
      return null;
    }
    List<Located<String>> classPath = java.get(StepKeys.CLASS_PATH, List.of());
    List<URL> urls = urls(classPath, mistakes);
    if (name == null || urls.size() < classPath.size()) {
      return null;
    }
    List<String> paths = classPath.stream().map(Located::value).toList();
    Map<String, String> with = with(java);
    try {
      Class<?> type = find(name, loader(paths, urls), at, mistakes);
      Constructor<?> constructor =
          type == null ? null : constructor(type, !with.isEmpty(), at, mistakes);
      return constructor == null ? null : new UserTask(constructor, paths, with, running);
    } catch (UnsupportedClassVersionError e) {
      mistakes.report(
          at,
          "the class '" + name + "' is compiled for a newer Java: " + e.getMessage(),
          "compile it with javac --release " + System.getProperty("java.specification.version"));
    } catch (LinkageError | SecurityException e) {
      mistakes.report(at, "the class '" + name + "' cannot be loaded: " + e, "is it complete?");
    }
    return null;
  }

  private static Map<String, String> with(ParsedObject java) {
    Map<String, String> with = new TreeMap<>();
    for (Entry<String> entry : java.get(StepKeys.WITH, List.of())) {
      with.put(entry.name(), entry.value() == null ? "" : entry.value());
    }
    return with;
  }

  private List<URL> urls(List<Located<String>> classPath, Mistakes mistakes) {
    List<URL> urls = new ArrayList<>();
    for (Located<String> entry : classPath) {
      URL url = url(entry, mistakes);
      if (url != null) {
        urls.add(url);
      }
    }
    return urls;
  }

  private @Nullable URL url(Located<String> entry, Mistakes mistakes) {
    Path path = files.find(entry, mistakes);
    if (path == null) {
      return null;
    }
    try {
      if (Files.exists(path)) {
        return path.toUri().toURL();
      }
      mistakes.report(
          entry.at(),
          "there is no '" + entry.value() + "'",
          "paths are relative to this file; compile your classes first");
    } catch (MalformedURLException e) {
      mistakes.report(entry.at(), "not a path: '" + entry.value() + "'", e.getMessage());
    }
    return null;
  }

  private URLClassLoader loader(List<String> paths, List<URL> urls) {
    return loaders.computeIfAbsent(
        paths, key -> new URLClassLoader(urls.toArray(URL[]::new), parent));
  }

  private static @Nullable Class<?> find(
      String name, URLClassLoader loader, Position at, Mistakes mistakes) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      if (Task.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
        return type;
      }
      mistakes.report(
          at, "'" + name + "' is not a task", "make it implement " + Task.class.getName());
    } catch (ClassNotFoundException e) {
      mistakes.report(
          at, "there is no class '" + name + "'", "look at class-path, and at the package");
    }
    return null;
  }

  private static @Nullable Constructor<?> constructor(
      Class<?> type, boolean with, Position at, Mistakes mistakes) {
    Constructor<?> plain = null;
    for (Constructor<?> candidate : type.getConstructors()) {
      Class<?>[] parameters = candidate.getParameterTypes();
      if (parameters.length == 1 && parameters[0] == Map.class) {
        return usable(type, candidate, at, mistakes);
      }
      plain = parameters.length == 0 ? candidate : plain;
    }
    if (plain != null && !with) {
      return usable(type, plain, at, mistakes);
    }
    mistakes.report(
        at,
        "'" + type.getName() + "' has no public constructor " + (with ? "for 'with'" : "to call"),
        with
            ? "add one that takes a Map<String, String>"
            : "add one without parameters, or one that takes a Map<String, String>");
    return null;
  }

  private static @Nullable Constructor<?> usable(
      Class<?> type, Constructor<?> constructor, Position at, Mistakes mistakes) {
    if (Modifier.isPublic(type.getModifiers())) {
      return constructor;
    }
    mistakes.report(at, "'" + type.getName() + "' is not public", "make the class public");
    return null;
  }

  @Override
  public void close() {
    try {
      for (URLClassLoader loader : loaders.values()) {
        loader.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
