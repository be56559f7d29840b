package org.vpnhub.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.hub.internal.EventJson;

/** Asks a running server over its local channel. */
public final class ChannelClient {
  private static final int MAX_RESPONSE = 64 << 20;
  private final Path directory;

  /**
   * @param directory the server's run directory
   */
  public ChannelClient(Path directory) {
    this.directory = directory;
  }

  /** The server's answer to {@code status}, as {@link Hub#status} gives it. */
  public JsonObject status() throws IOException, ChannelException {
    return ask(request("status"));
  }

  /** What has happened since a sequence number, oldest first; 0 for everything that is kept. */
  public List<GatewayEvent> log(long since) throws IOException, ChannelException {
    JsonObject request = request("log");
    request.addProperty("since", since);
    return EventJson.read(ask(request).getAsJsonArray("events"));
  }

  /** Has a connection negotiated. */
  public void initiate(ConnectionId id) throws IOException, ChannelException {
    connection("initiate", id);
  }

  /** Has the security associations of a connection rekeyed. */
  public void rekey(ConnectionId id) throws IOException, ChannelException {
    connection("rekey", id);
  }

  private void connection(String what, ConnectionId id) throws IOException, ChannelException {
    JsonObject request = request(what);
    request.addProperty("connection", id.value());
    ask(request);
  }

  /** What {@link #apply} would do with a model file, with the {@code preview} to hand to it. */
  public JsonObject preview(Path model) throws IOException, ChannelException {
    JsonObject request = request("preview");
    request.addProperty("model", model.toAbsolutePath().normalize().toString());
    return ask(request);
  }

  /**
   * Applies a model file.
   *
   * @param preview the word of the preview that this is to do, and nothing else
   */
  public JsonObject apply(Path model, String preview) throws IOException, ChannelException {
    JsonObject request = request("apply");
    request.addProperty("model", model.toAbsolutePath().normalize().toString());
    request.addProperty("preview", preview);
    return ask(request);
  }

  private static JsonObject request(String what) {
    JsonObject request = new JsonObject();
    request.addProperty("request", what);
    return request;
  }

  private JsonObject ask(JsonObject request) throws IOException, ChannelException {
    Path socket = RunDirectory.socket(directory);
    if (!Files.exists(socket)) throw noServer();
    RunDirectory.check(directory);
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      connect(channel, socket);
      ByteBuffer line =
          ByteBuffer.wrap((request.toString() + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) channel.write(line);
      return answer(JsonParser.parseString(read(channel)));
    } catch (JsonParseException e) {
      throw new IOException("the server's answer is not JSON: is it of another version?", e);
    }
  }

  private void connect(SocketChannel channel, Path socket) throws IOException {
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      throw noServer();
    }
  }

  private IOException noServer() {
    return new IOException(
        "no server runs with the run directory "
            + directory
            + ": start one with 'vpnhub server --model FILE', or name its --run-dir");
  }

  private static String read(SocketChannel channel) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer part = ByteBuffer.allocate(1 << 16);
    while (channel.read(part.clear()) >= 0) {
      all.write(part.array(), 0, part.position());
      if (all.size() > MAX_RESPONSE) throw new IOException("the server's answer is too long");
    }
    if (all.size() == 0) throw new IOException("the server closed the channel without an answer");
    return all.toString(StandardCharsets.UTF_8);
  }

  private static JsonObject answer(JsonElement element) throws IOException, ChannelException {
    if (!(element instanceof JsonObject response)) throw new IOException("unexpected answer");
    if (response.has("result")) return response.getAsJsonObject("result");
    JsonObject error = response.getAsJsonObject("error");
    if (error == null) throw new IOException("unexpected answer");
    throw new ChannelException(
        error.get("kind").getAsString(), error.get("message").getAsString(), error);
  }
}
