package io.dmio.scenario.step;

import io.dmio.workload.CodeWatch;
import io.dmio.workload.Task;
import io.dmio.workload.TaskFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Makes tasks of a class of the user. Equal if written equally. */
final class UserTask implements TaskFactory {

  private final Constructor<?> constructor;
  private final List<String> classPath;
  private final Map<String, String> with;
  private final CodeWatch watch;

  UserTask(
      Constructor<?> constructor,
      List<String> classPath,
      Map<String, String> with,
      CodeWatch watch) {
    this.watch = watch;
    this.constructor = constructor;
    this.classPath = List.copyOf(classPath);
    this.with = new TreeMap<>(with);
  }

  @Override
  public Task create() {
    try {
      Object task =
          constructor.getParameterCount() == 0
              ? constructor.newInstance()
              : constructor.newInstance(new TreeMap<>(with));
      return (Task) task;
    } catch (InvocationTargetException e) {
      throw UserTask.<RuntimeException>asItIs(Objects.requireNonNull(e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CodeWatch watch() {
    return watch;
  }

  /** What the constructor throws is thrown on, whether it is declared or not. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller chooses E
  private static <E extends Throwable> E asItIs(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserTask task
        && className().equals(task.className())
        && classPath.equals(task.classPath)
        && with.equals(task.with);
  }

  @Override
  public int hashCode() {
    return className().hashCode();
  }

  private String className() {
    return constructor.getDeclaringClass().getName();
  }

  @Override
  public String toString() {
    return className() + with;
  }
}
