package io.dmio.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which class uses which, told by names of packages and of classes. */
final class Uses {

  private static final String HOUSE = "io.dmio";

  /** One class uses another. */
  record Use(JavaClass from, JavaClass to, String words) {}

  private Uses() {}

  /** All uses of one class by another, but for primitive types; of an array it is the elements. */
  static List<Use> in(JavaClasses classes) {
    List<Use> uses = new ArrayList<>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!target.isPrimitive()) {
          uses.add(new Use(type, target, dependency.getDescription()));
        }
      }
    }
    return uses;
  }

  /** What each package uses, by names below {@code io.dmio}. */
  static Map<String, Set<String>> ofPackages(JavaClasses classes) {
    Map<String, Set<String>> edges = new TreeMap<>();
    for (JavaClass type : classes) {
      edges.put(below(type), new TreeSet<>());
    }
    for (Use use : in(classes)) {
      if (isOurs(use.to())) {
        Objects.requireNonNull(edges.get(below(use.from()))).add(below(use.to()));
      }
    }
    return edges;
  }

  /** What each top-level class of one package uses of that package, by full names. */
  static Map<String, Set<String>> ofClasses(JavaClasses classes, String packageName) {
    Map<String, Set<String>> edges = new TreeMap<>();
    for (Use use : in(classes)) {
      if (below(use.from()).equals(packageName)) {
        Set<String> used = edges.computeIfAbsent(topLevel(use.from()), name -> new TreeSet<>());
        if (below(use.to()).equals(packageName)) {
          used.add(topLevel(use.to()));
        }
      }
    }
    return edges;
  }

  /** The simple name of the class whose source the class stands in. */
  static String topLevel(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer.getSimpleName();
  }

  static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(HOUSE + ".");
  }

  /** The package of a class, without {@code io.dmio}. */
  static String below(JavaClass type) {
    String name = type.getPackageName();
    return isOurs(type) ? name.substring(HOUSE.length() + 1) : name;
  }

  /** The room of a class: the first segment below {@code io.dmio}. */
  static String room(JavaClass type) {
    return below(type).replaceFirst("\\..*", "");
  }
}
