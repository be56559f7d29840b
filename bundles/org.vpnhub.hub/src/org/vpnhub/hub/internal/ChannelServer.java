package org.vpnhub.hub.internal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.vpnhub.hub.RunDirectory;

/**
 * The local channel: a Unix domain socket that only its owner can reach. A client sends one
 * request, a JSON object on one line, and gets one response, likewise. At most {@link #MAX_CLIENTS}
 * at a time; more wait in the system's queue. A client that does not finish its line in time is cut
 * off.
 */
public final class ChannelServer implements AutoCloseable {
  /** Longest request in bytes. */
  public static final int MAX_REQUEST = 64 << 10;

  /** Clients that are served at a time. */
  public static final int MAX_CLIENTS = 8;

  private static final int READ_SECONDS = 10;

  private final Path socket;
  private final FileChannel lockFile;
  private final ServerSocketChannel server;
  private final UnaryOperator<JsonObject> handler;
  private final Consumer<String> log;
  private final Semaphore free = new Semaphore(MAX_CLIENTS);
  private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timeouts =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private volatile boolean closed;

  /**
   * Opens the socket; one that a dead server left behind is replaced.
   *
   * @param handler gives the response to a request; called on a thread of the client's own
   * @throws IOException when another server runs there, or the directory is not fit; one line
   */
  public ChannelServer(Path directory, UnaryOperator<JsonObject> handler, Consumer<String> log)
      throws IOException {
    this.handler = handler;
    this.log = log;
    RunDirectory.prepare(directory);
    socket = RunDirectory.socket(directory);
    lockFile = lock(directory);
    try {
      Files.deleteIfExists(socket);
      server = bind(socket);
    } catch (IOException e) {
      lockFile.close();
      throw e;
    }
    Thread.ofVirtual().name("vpnhub-channel").start(this::accept);
  }

  /** The lock dies with its process, so what it guards is stale when the lock can be had. */
  private static FileChannel lock(Path directory) throws IOException {
    FileChannel file =
        FileChannel.open(
            directory.resolve("hub.lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    FileLock lock = null;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this process: as good as held by another.
    }
    if (lock != null) return file;
    file.close();
    throw new IOException(
        "another server runs with the run directory "
            + directory
            + ": stop it, or choose another with --run-dir");
  }

  private static ServerSocketChannel bind(Path socket) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(socket), MAX_CLIENTS);
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
      return channel;
    } catch (IOException e) {
      channel.close();
      throw new IOException("cannot open the socket " + socket + ": " + e.getMessage(), e);
    }
  }

  private void accept() {
    while (!closed) {
      try {
        free.acquire();
        SocketChannel client = server.accept();
        clients.add(client);
        Thread.ofVirtual().name("vpnhub-channel-client").start(() -> serve(client));
      } catch (InterruptedException e) {
        return;
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        free.release();
        if (!closed) log.accept("local channel: " + e.getMessage());
      }
    }
  }

  private void serve(SocketChannel client) {
    try (client) {
      var cutOff = timeouts.schedule(() -> close(client), READ_SECONDS, TimeUnit.SECONDS);
      String line = readLine(client);
      cutOff.cancel(false);
      write(client, respond(line).toString() + "\n");
    } catch (AsynchronousCloseException e) {
      if (!closed) log.accept("local channel: a client sent nothing and was cut off");
    } catch (IOException e) {
      if (!closed) log.accept("local channel: " + e.getMessage());
    } finally {
      clients.remove(client);
      free.release();
    }
  }

  private static void close(SocketChannel client) {
    try {
      client.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  private static String readLine(SocketChannel client) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(MAX_REQUEST);
    while (buffer.hasRemaining()) {
      int before = buffer.position();
      if (client.read(buffer) < 0) throw new IOException("a client left before its request ended");
      for (int i = before; i < buffer.position(); i++) {
        if (buffer.get(i) == '\n') return new String(buffer.array(), 0, i, StandardCharsets.UTF_8);
      }
    }
    write(client, failure("a request may have " + MAX_REQUEST + " bytes at most") + "\n");
    throw new IOException("a client's request was longer than " + MAX_REQUEST + " bytes");
  }

  private JsonObject respond(String line) {
    try {
      if (!(JsonParser.parseString(line) instanceof JsonObject request)) {
        return failure("a request is a JSON object on one line");
      }
      return handler.apply(request);
    } catch (JsonParseException e) {
      return failure("a request is a JSON object on one line");
    } catch (RuntimeException e) {
      log.accept("local channel: internal error: " + e);
      return failure("internal error of the server: " + e);
    }
  }

  private static JsonObject failure(String message) {
    return ChannelRequests.failure("usage", message);
  }

  private static void write(SocketChannel client, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) client.write(bytes);
  }

  @Override
  public void close() {
    if (closed) return;
    closed = true;
    timeouts.shutdownNow();
    try {
      server.close();
      for (SocketChannel client : clients) close(client);
      Files.deleteIfExists(socket);
      lockFile.close();
    } catch (IOException e) {
      log.accept("local channel: " + e.getMessage());
    }
  }
}
