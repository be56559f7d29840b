package org.vpnhub.cli.internal;

import java.nio.file.Path;
import java.util.Map;
import org.vpnhub.base.Secret;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.hub.HubModel;
import org.vpnhub.hub.PlanSource;
import org.vpnhub.hub.PlanUnavailableException;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.secrets.SecretStoreException;

/** Plans for the hub from model files and the secret stores beside them. */
public final class ModelPlanSource implements PlanSource {
  private final Stores stores;

  public ModelPlanSource(Surroundings surroundings) {
    stores = new Stores(surroundings, true);
  }

  @Override
  public HubModel load(Path file) throws PlanUnavailableException {
    try {
      Models model = Models.load(file);
      Map<String, Secret> keys = stores.keys(file);
      return new HubModel(model.plan(), model.keys(keys), model.problems());
    } catch (ModelFormatException | SecretStoreException | CliException e) {
      throw new PlanUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }
}
