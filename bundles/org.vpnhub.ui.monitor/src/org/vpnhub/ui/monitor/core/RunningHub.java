package org.vpnhub.ui.monitor.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.dataplane.GatewayEvent;

/** A hub that runs somewhere and can be watched: a lab, or a server. */
public interface RunningHub extends AutoCloseable {
  Snapshot.Kind kind();

  /** Where it runs, for people. */
  String title();

  /** The model file that it runs; empty while that is not known. */
  Optional<Path> model();

  /** What it is doing. Called on the monitor's thread; may take a while, never throws. */
  Snapshot poll();

  /** What has happened since the last call, oldest first. Called on the monitor's thread. */
  List<GatewayEvent> events();

  /** Negotiates what is missing of a connection. */
  void initiate(ConnectionId id) throws IOException;

  /** Rekeys phase 1 and phase 2 of a connection. */
  void rekey(ConnectionId id) throws IOException;

  /**
   * What deploying would change.
   *
   * @throws IOException one line for the user
   */
  ChangePreview preview(Deployment what) throws IOException;

  /**
   * Deploys what was previewed, and nothing else.
   *
   * @throws ChangedSincePreviewException when something else would change
   * @throws IOException one line for the user
   */
  void deploy(Deployment what, ChangePreview previewed)
      throws IOException, InterruptedException, ChangedSincePreviewException;

  /** Ends a lab; lets go of a server, which runs on. */
  @Override
  void close();
}
