package org.vpnhub.ui.wizards.logic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;
import org.vpnhub.model.Profile;
import org.vpnhub.model.Region;
import org.vpnhub.planner.SelectorModes;
import org.vpnhub.secrets.SecretFiles;
import org.vpnhub.secrets.SecretStore;
import org.vpnhub.validation.SecurityProfile;

/**
 * What the wizard "New VPN Hub" is told.
 *
 * @param name name of the network
 * @param project name of the project that the file goes into
 * @param fileName name of the file
 * @param vpcCidr prefix of the VPC
 * @param gatewayIp public address of the VPN gateway
 * @param region name of the region
 * @param profile whose limits apply
 * @param sites the sites as typed; blank rows count for nothing
 * @param security the negotiation parameters of all connections
 * @param summary one prefix for all that the devices send into their tunnels; blank for the
 *     selector modes that suit them
 */
public record NewHub(
    String name,
    String project,
    String fileName,
    String vpcCidr,
    String gatewayIp,
    String region,
    Profile profile,
    List<SiteCells> sites,
    SecurityProfile security,
    String summary) {
  public static final String NAME = "name";
  public static final String PROJECT = "project";
  public static final String FILE = "file";
  public static final String VPC_CIDR = "vpcCidr";
  public static final String GATEWAY_IP = "gatewayIp";
  public static final String REGION = "region";
  public static final String SUMMARY = "summary";
  public static final String PASSPHRASE = "passphrase";
  public static final String PASSPHRASE_AGAIN = "passphraseAgain";
  private static final String SUFFIX = "." + ModelFiles.EXTENSION;

  public NewHub {
    sites = List.copyOf(sites);
  }

  /** A name for the file of a network; its letters and digits, in any script. */
  public static String fileNameOf(String networkName) {
    String word = networkName.strip().replaceAll("[^\\p{L}\\p{M}\\p{N}._-]+", "-");
    word = word.replaceAll("^[-._]+|[-._]+$", "");
    return (word.isEmpty() ? "hub" : word) + SUFFIX;
  }

  /** The file's name with its extension, also where that was not typed. */
  public String fullFileName() {
    String typed = fileName.strip();
    return typed.endsWith(SUFFIX) ? typed : typed + SUFFIX;
  }

  /**
   * What is wrong with the facts of the network.
   *
   * @param folder where the project is on the disk; empty when it is not there yet
   */
  public List<Fault> networkFaults(Optional<Path> folder) {
    List<Fault> faults = new ArrayList<>();
    if (name.isBlank()) faults.add(Fault.error(NAME, "Give the network a name"));
    if (name.strip().length() > 128) {
      faults.add(Fault.error(NAME, "The name is longer than 128 characters"));
    }
    if (project.isBlank()) faults.add(Fault.error(PROJECT, "Give the project a name"));
    if (!isName(project)) {
      faults.add(Fault.error(PROJECT, "A project's name cannot hold / \\ : * ? \" < > |"));
    }
    fileFaults(folder, faults);
    vpcFaults(faults);
    gatewayFaults(faults);
    if (region.isBlank()) faults.add(Fault.error(REGION, "Give the region a name, such as main"));
    return faults;
  }

  private void fileFaults(Optional<Path> folder, List<Fault> faults) {
    if (fileName.isBlank() || fileName.strip().equals(SUFFIX)) {
      faults.add(Fault.error(FILE, "Give the file a name"));
      return;
    }
    if (!isName(fileName)) {
      faults.add(Fault.error(FILE, "A file's name cannot hold / \\ : * ? \" < > |"));
      return;
    }
    if (folder.isEmpty()) return;
    Path file = folder.get().resolve(fullFileName());
    if (Files.exists(file)) {
      faults.add(Fault.error(FILE, "The file " + fullFileName() + " is there already"));
    } else if (SecretFiles.beside(file).exists()) {
      String store = SecretFiles.beside(file).store().getFileName().toString();
      faults.add(
          Fault.error(
              FILE,
              store + " is there already, with the keys of another model: choose a file name"));
    }
  }

  private static boolean isName(String text) {
    String name = text.strip();
    return !name.startsWith(".")
        && name.chars().noneMatch(c -> Character.isISOControl(c) || "/\\:*?\"<>|".indexOf(c) >= 0);
  }

  private void vpcFaults(List<Fault> faults) {
    if (vpcCidr.isBlank()) {
      faults.add(Fault.error(VPC_CIDR, "Give the VPC a CIDR block, such as 10.0.0.0/16"));
      return;
    }
    try {
      Ipv4Prefix vpc = Ipv4Prefix.parse(vpcCidr.strip());
      if (vpc.length() < 8 || vpc.length() > 29) {
        faults.add(Fault.error(VPC_CIDR, "The VPC's CIDR block must be a /8 to a /29"));
      }
    } catch (IllegalArgumentException e) {
      faults.add(Fault.error(VPC_CIDR, "VPC CIDR block: " + e.getMessage()));
    }
  }

  private void gatewayFaults(List<Fault> faults) {
    if (gatewayIp.isBlank()) {
      faults.add(
          Fault.error(GATEWAY_IP, "Give the gateway its public address, such as 198.51.100.1"));
      return;
    }
    try {
      Ipv4Address address = Ipv4Address.parse(gatewayIp.strip());
      if (Neighbours.prefix(vpcCidr).filter(v -> v.contains(address)).isPresent()) {
        faults.add(
            Fault.error(
                GATEWAY_IP, "The gateway's public address must not be within the VPC " + vpcCidr));
      }
    } catch (IllegalArgumentException e) {
      faults.add(Fault.error(GATEWAY_IP, "Gateway address: " + e.getMessage()));
    }
  }

  /** What is wrong with the summary prefix; there need not be one. */
  public List<Fault> summaryFaults() {
    if (summary.isBlank()) return List.of();
    try {
      Ipv4Prefix around = Ipv4Prefix.parse(summary.strip());
      return Stream.concat(
              Neighbours.prefix(vpcCidr).map(p -> new Inside(p, "the VPC")).stream(),
              sites.stream().flatMap(NewHub::inside))
          .filter(i -> !around.contains(i.prefix()))
          .findFirst()
          .map(i -> List.of(Fault.warning(SUMMARY, i.outside())))
          .orElse(List.of());
    } catch (IllegalArgumentException e) {
      return List.of(Fault.error(SUMMARY, "Summary prefix: " + e.getMessage()));
    }
  }

  /** What a summary prefix ought to cover. */
  private record Inside(Ipv4Prefix prefix, String owner) {
    String outside() {
      return "The summary prefix does not cover "
          + prefix
          + " ("
          + owner
          + "): let it cover that, or the devices do not send it into their tunnels";
    }
  }

  private static Stream<Inside> inside(SiteCells site) {
    return site.prefixes().stream()
        .flatMap(text -> Neighbours.prefix(text).stream())
        .map(p -> new Inside(p, site.name().strip()));
  }

  /** What is wrong with the passphrase; a key file needs none. */
  public static List<Fault> passphraseFaults(String passphrase, String again) {
    if (passphrase.isEmpty()) {
      return List.of(Fault.error(PASSPHRASE, "Type a passphrase, or choose the key file"));
    }
    if (!passphrase.equals(again)) {
      return List.of(Fault.error(PASSPHRASE_AGAIN, "The two passphrases differ"));
    }
    if (passphrase.length() < 12) {
      return List.of(Fault.warning(PASSPHRASE, "A passphrase of 12 characters or more is safer"));
    }
    return List.of();
  }

  /**
   * The network that comes of it.
   *
   * @param exporters know which selector mode suits a device
   */
  public Network build(ExporterRegistry exporters) {
    Network network =
        HubBuilder.build(name.strip(), vpcCidr.strip(), gatewayIp.strip(), SiteCells.rows(sites));
    network.setProfile(profile);
    Region main = network.getRegions().getFirst();
    main.setName(region.strip());
    main.setRegionId(region.strip());
    SelectorModes.choose(network.getSites(), exporters::suitingMode);
    if (!summary.isBlank()) SelectorModes.summarise(network.getSites(), summary.strip());
    if (security != SecurityProfile.STRONG) network.getSites().forEach(security::apply);
    return network;
  }

  /**
   * Writes the model and a key for each connection, in a store that a key file opens or, when one
   * is given, a passphrase.
   *
   * @throws IOException when one of the files cannot be written; no model is there then
   */
  public static void write(Network network, Path file, Optional<char[]> passphrase)
      throws IOException {
    SecretFiles files = SecretFiles.beside(file);
    try (SecretStore store =
        passphrase.isPresent()
            ? files.createWithPassphrase(passphrase.get())
            : files.createWithKeyFile()) {
      store.rotateAll(KeyReferences.of(network));
    }
    ModelFiles.save(network, file);
  }
}
