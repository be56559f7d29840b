package org.vpnhub.exporter.template;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;

/**
 * The last guard: whatever a template puts into the text must not end its line. Quoting is done
 * before, by the dialect; this catches what was forgotten there.
 */
final class OneLine extends CommonMarkupOutputFormat<OneLine.Text> {
  static final OneLine INSTANCE = new OneLine();

  /** A text that was checked. */
  static final class Text extends CommonTemplateMarkupOutputModel<Text> {
    private Text(String plain, String markup) {
      super(plain, markup);
    }

    @Override
    public OneLine getOutputFormat() {
      return INSTANCE;
    }
  }

  private OneLine() {}

  @Override
  public String getName() {
    return "configuration";
  }

  @Override
  public String getMimeType() {
    return "text/plain";
  }

  @Override
  public void output(String text, Writer out) throws IOException, TemplateModelException {
    out.write(escapePlainText(text));
  }

  @Override
  public String escapePlainText(String text) {
    boolean breaks =
        text.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    if (breaks) throw new IllegalStateException("a value would end its line");
    return text;
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Text newTemplateMarkupOutputModel(String plain, String markup) {
    return new Text(plain, markup);
  }
}
