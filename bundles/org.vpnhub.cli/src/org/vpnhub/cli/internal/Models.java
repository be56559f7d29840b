package org.vpnhub.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.base.ProblemList;
import org.vpnhub.base.Secret;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.Network;
import org.vpnhub.model.Profile;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.planner.Planner;
import org.vpnhub.validation.Finding;
import org.vpnhub.validation.Validator;

/** A model file with its plan, and what is wrong with it. */
final class Models {
  private final Path file;
  private final Network network;
  private final NetworkPlan plan;

  private Models(Path file, Network network) {
    this.file = file;
    this.network = network;
    this.plan = Planner.plan(network);
  }

  /** Reads and plans a model file. */
  static Models load(Path file) throws ModelFormatException {
    return new Models(file, ModelFiles.load(file));
  }

  /** A model that was just made. */
  static Models of(Path file, Network network) {
    return new Models(file, network);
  }

  Path file() {
    return file;
  }

  Network network() {
    return network;
  }

  NetworkPlan plan() {
    return plan;
  }

  /** What validator and planner say under the model's own profile. */
  List<Problem> problems() {
    return ProblemList.join(validation(network.getProfile()), plan.problems());
  }

  /** What validator, planner and the exporters of the sites' devices say under a profile. */
  List<Problem> problems(
      Profile profile, Collection<Exporter> exporters, Function<String, Optional<Secret>> keys) {
    ExporterRegistry registry = new ExporterRegistry(exporters);
    List<Problem> device = new ArrayList<>();
    for (SitePlan site : plan.sites()) {
      String id = site.device().deviceId();
      if (id.isEmpty() || site.gateway().connections().isEmpty()) continue;
      device.addAll(registry.export(id, new ExportRequest(site, keys, false)).problems());
    }
    return ProblemList.join(validation(profile), plan.problems(), device);
  }

  private List<Problem> validation(Profile profile) {
    return Validator.validate(network, profile).stream().map(Finding::problem).toList();
  }

  /**
   * The references to the secret store that the model uses, sorted; literal keys are not among
   * them.
   */
  List<String> references() {
    Map<String, Secret> literal = Planner.literalKeys(network);
    return Planner.gateways(network).stream()
        .flatMap(g -> g.getConnections().stream())
        .flatMap(c -> c.getTunnels().stream())
        .filter(t -> t.getIkeConfig() != null && t.getIkeConfig().getPskReference() != null)
        .map(t -> t.getIkeConfig().getPskReference())
        .filter(r -> !r.isBlank() && !literal.containsKey(r))
        .distinct()
        .sorted()
        .toList();
  }

  /** The site with a name or id; a clear error with suggestions where there is none. */
  SitePlan site(String nameOrId) {
    for (SitePlan s : plan.sites()) {
      if (s.name().equals(nameOrId) || s.id().value().equals(nameOrId)) return s;
    }
    List<SitePlan> sameWhateverTheCase =
        plan.sites().stream().filter(s -> s.name().equalsIgnoreCase(nameOrId)).toList();
    if (sameWhateverTheCase.size() == 1) return sameWhateverTheCase.getFirst();
    throw new CliException(
        ExitCode.USAGE,
        "the model has no site '"
            + nameOrId
            + "'; "
            + Suggestions.of(nameOrId, plan.sites().stream().map(SitePlan::name).toList()));
  }

  /** The profile of this literal, or the model's own when it is null. */
  Profile profile(@Nullable String literal) {
    if (literal == null) return network.getProfile();
    Profile profile = Profile.get(literal);
    if (profile != null) return profile;
    List<String> all = Arrays.stream(Profile.values()).map(Profile::getLiteral).toList();
    throw new CliException(
        ExitCode.USAGE, "there is no profile '" + literal + "'; " + Suggestions.of(literal, all));
  }

  /** Keys that stand in the model itself, behind those of a store. */
  Function<String, Optional<Secret>> keys(Map<String, Secret> store) {
    Map<String, Secret> all = new HashMap<>(Planner.literalKeys(network));
    all.putAll(store);
    return reference -> Optional.ofNullable(all.get(reference));
  }
}
