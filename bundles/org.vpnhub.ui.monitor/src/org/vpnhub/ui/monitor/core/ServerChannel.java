package org.vpnhub.ui.monitor.core;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.hub.ChannelClient;
import org.vpnhub.hub.ChannelException;
import org.vpnhub.hub.ServerStatus;

/** What the monitor asks of a server. */
interface ServerChannel {
  ServerStatus status() throws IOException, ChannelException;

  List<GatewayEvent> log(long since) throws IOException, ChannelException;

  void initiate(ConnectionId id) throws IOException, ChannelException;

  void rekey(ConnectionId id) throws IOException, ChannelException;

  JsonObject preview(Path model) throws IOException, ChannelException;

  JsonObject apply(Path model, String preview) throws IOException, ChannelException;

  /** The local channel of the server with this run directory. */
  static ServerChannel of(Path runDirectory) {
    ChannelClient client = new ChannelClient(runDirectory);
    return new ServerChannel() {
      @Override
      public ServerStatus status() throws IOException, ChannelException {
        return ServerStatus.of(client.status());
      }

      @Override
      public List<GatewayEvent> log(long since) throws IOException, ChannelException {
        return client.log(since);
      }

      @Override
      public void initiate(ConnectionId id) throws IOException, ChannelException {
        client.initiate(id);
      }

      @Override
      public void rekey(ConnectionId id) throws IOException, ChannelException {
        client.rekey(id);
      }

      @Override
      public JsonObject preview(Path model) throws IOException, ChannelException {
        return client.preview(model);
      }

      @Override
      public JsonObject apply(Path model, String preview) throws IOException, ChannelException {
        return client.apply(model, preview);
      }
    };
  }
}
