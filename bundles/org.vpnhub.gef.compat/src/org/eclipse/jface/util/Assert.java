package org.eclipse.jface.util;

/** The checks that GEF 3.2 calls; JFace now uses those of org.eclipse.core.runtime. */
public final class Assert {
  private Assert() {}

  public static void isNotNull(Object object) {
    isNotNull(object, "must not be null");
  }

  public static void isNotNull(Object object, String message) {
    isTrue(object != null, message);
  }

  public static boolean isTrue(boolean condition) {
    return isTrue(condition, "does not hold");
  }

  public static boolean isTrue(boolean condition, String message) {
    if (condition) return true;
    throw new IllegalArgumentException(message);
  }
}
