package org.vpnhub.hub;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.hub.internal.StatusReader;

/**
 * What a server told over its local channel.
 *
 * @param model the model file that it runs
 * @param network name of the network
 * @param pid its process
 * @param uptime time since it started
 * @param inside the VPC side in words
 * @param gateway what its engine is doing; ages in whole seconds
 */
public record ServerStatus(
    Path model, String network, long pid, Duration uptime, String inside, GatewayStatus gateway) {

  /**
   * Reads the answer to {@code status}.
   *
   * @throws IllegalArgumentException when it lacks something, as that of another version may
   */
  public static ServerStatus of(JsonObject status) {
    try {
      JsonObject server = status.getAsJsonObject("server");
      return new ServerStatus(
          Path.of(server.get("model").getAsString()),
          server.get("network").getAsString(),
          server.get("pid").getAsLong(),
          Duration.ofSeconds(server.get("uptimeSeconds").getAsLong()),
          server.get("inside").getAsString(),
          StatusReader.read(status));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "the server's status cannot be read: is it of another version?", e);
    }
  }
}
