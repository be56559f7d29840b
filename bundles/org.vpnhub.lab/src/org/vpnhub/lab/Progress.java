package org.vpnhub.lab;

/** Hears how far the lab is; called on the thread that runs the step. */
public interface Progress {
  /** Nobody listens. */
  Progress NONE =
      new Progress() {
        @Override
        public void say(String line) {}

        @Override
        public void step(String what, long done, long all) {}
      };

  /** A line at the start or the end of a step. */
  void say(String line);

  /** How far a step is; called often. */
  void step(String what, long done, long all);
}
