package org.vpnhub.exporter.template;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

/** The templates beside one class. Parsed once each; thread-safe. */
public final class Templates {
  private final Configuration configuration;

  /**
   * @param owner the class in whose package the templates lie
   */
  public Templates(Class<?> owner) {
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new ClassTemplateLoader(owner, ""));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("c");
    configuration.setBooleanFormat("c");
    configuration.setOutputFormat(OneLine.INSTANCE);
    configuration.setAutoEscapingPolicy(Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setFallbackOnNullLoopVariable(false);
    configuration.setLocalizedLookup(false);
  }

  /**
   * Lays out a template.
   *
   * @param values what the template names; records give their components
   * @throws IllegalStateException when the template is missing or wrong, or a value would end its
   *     line
   */
  public String text(String template, Map<String, ?> values) {
    StringWriter out = new StringWriter();
    try {
      configuration.getTemplate(template).process(values, out);
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException(template + ": " + e.getMessage(), e);
    }
    return out.toString();
  }
}
