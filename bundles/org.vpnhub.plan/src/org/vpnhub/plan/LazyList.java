package org.vpnhub.plan;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * A list whose elements are made when they are asked for, since all of them together would fill the
 * memory: the plan of each of 5,000 sites names all other sites. A short list keeps what it has
 * made; a long one makes it anew each time, so that who needs an element twice keeps it. Any thread
 * may read it.
 *
 * @param <T> of immutable elements
 */
public final class LazyList<T> extends AbstractList<T> implements RandomAccess {
  private static final int MOST_KEPT = 1000;

  private final int size;
  private final IntFunction<T> maker;
  private final Object[] kept;

  /**
   * @param maker makes the element of an index, always an equal one; any thread may call it
   */
  public LazyList(int size, IntFunction<T> maker) {
    this.size = size;
    this.maker = maker;
    kept = new Object[size <= MOST_KEPT ? size : 0];
  }

  @Override
  @SuppressWarnings("unchecked") // only what the maker made is kept
  public T get(int index) {
    Objects.checkIndex(index, size);
    if (kept.length == 0) return maker.apply(index);
    Object known = kept[index];
    if (known == null) kept[index] = known = maker.apply(index);
    return (T) known;
  }

  @Override
  public int size() {
    return size;
  }
}
