package org.vpnhub.dataplane.internal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The few functions of the C library that the engine needs. An instance keeps the {@code errno} of
 * its last call and belongs to one thread at a time.
 */
final class Libc {
  static final int EPERM = 1;
  static final int ENOENT = 2;
  static final int EIO = 5;
  static final int EACCES = 13;
  static final int EBUSY = 16;
  static final int EEXIST = 17;

  static final short POLLIN = 1;

  private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CAPTURE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  // Downcalls are compiled only when their handles are static and final.
  private static final MethodHandle OPEN =
      variadic("open", 2, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle IOCTL =
      variadic("ioctl", 2, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
  private static final MethodHandle READ =
      function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle WRITE =
      function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle POLL =
      function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle SOCKET =
      function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle BIND =
      function("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle SETSOCKOPT =
      function(
          "setsockopt",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle SENDTO =
      function(
          "sendto",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));

  private static final MethodHandle SENDMSG =
      function("sendmsg", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle RECVMSG =
      function("recvmsg", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));

  private final MemorySegment state;

  Libc(Arena arena) {
    state = arena.allocate(CAPTURE);
  }

  static boolean isLinux() {
    return System.getProperty("os.name", "").equals("Linux");
  }

  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    return bind(name, descriptor, Linker.Option.captureCallState("errno"));
  }

  private static MethodHandle variadic(String name, int fixed, FunctionDescriptor descriptor) {
    return bind(
        name,
        descriptor,
        Linker.Option.captureCallState("errno"),
        Linker.Option.firstVariadicArg(fixed));
  }

  private static MethodHandle bind(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    MemorySegment symbol = linker.defaultLookup().findOrThrow(name);
    return linker.downcallHandle(symbol, descriptor, options);
  }

  /** {@code errno} of the last call that returned -1. */
  int errno() {
    return (int) ERRNO.get(state, 0L);
  }

  int open(MemorySegment path, int flags) {
    try {
      return (int) OPEN.invokeExact(state, path, flags);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  int close(int fd) {
    try {
      return (int) CLOSE.invokeExact(state, fd);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  int ioctl(int fd, long request, MemorySegment argument) {
    try {
      return (int) IOCTL.invokeExact(state, fd, request, argument);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  long read(int fd, MemorySegment into, long bytes) {
    try {
      return (long) READ.invokeExact(state, fd, into, bytes);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  long write(int fd, MemorySegment from, long bytes) {
    try {
      return (long) WRITE.invokeExact(state, fd, from, bytes);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  int poll(MemorySegment pollfds, long count, int millis) {
    try {
      return (int) POLL.invokeExact(state, pollfds, count, millis);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  int socket(int domain, int type, int protocol) {
    try {
      return (int) SOCKET.invokeExact(state, domain, type, protocol);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  int bind(int fd, MemorySegment address, int bytes) {
    try {
      return (int) BIND.invokeExact(state, fd, address, bytes);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  int setsockopt(int fd, int level, int option, MemorySegment value, int bytes) {
    try {
      return (int) SETSOCKOPT.invokeExact(state, fd, level, option, value, bytes);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  long sendto(int fd, MemorySegment from, long bytes, int flags, MemorySegment to, int toBytes) {
    try {
      return (long) SENDTO.invokeExact(state, fd, from, bytes, flags, to, toBytes);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  long sendmsg(int fd, MemorySegment message, int flags) {
    try {
      return (long) SENDMSG.invokeExact(state, fd, message, flags);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  long recvmsg(int fd, MemorySegment message, int flags) {
    try {
      return (long) RECVMSG.invokeExact(state, fd, message, flags);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  private static RuntimeException broken(Throwable t) {
    if (t instanceof Error e) throw e;
    return t instanceof RuntimeException r ? r : new IllegalStateException(t);
  }
}
