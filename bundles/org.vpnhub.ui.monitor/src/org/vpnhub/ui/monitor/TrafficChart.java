package org.vpnhub.ui.monitor;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IAxis.Position;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.monitor.core.History;
import org.vpnhub.ui.monitor.core.Rate;
import org.vpnhub.ui.monitor.core.TimeAxis;
import org.vpnhub.ui.monitor.core.Units;

/** The chart of the last minutes: for each line its traffic in, solid, and out, dashed. */
final class TrafficChart {
  /** The axis shows at least so much, so that a silent hub is a flat line. */
  private static final double LEAST = 10_000;

  /** The chart takes no smaller distance of marks, in pixels. */
  private static final int LEAST_STEP = 5;

  private final Chart chart;
  private TimeAxis time = TimeAxis.of(Duration.ZERO);

  /**
   * A line of the chart.
   *
   * @param name for the legend
   * @param color its index among the colours
   * @param rate what it shows of a moment
   */
  record Line(String name, int color, Function<History.Point, Rate> rate) {}

  TrafficChart(Composite parent) {
    chart = Widgets.id(new Chart(parent, SWT.NONE), "traffic.chart");
    chart.getTitle().setVisible(false);
    chart.getLegend().setPosition(SWT.RIGHT);
    IAxis x = chart.getAxisSet().getXAxis(0);
    x.getTitle().setVisible(false);
    x.getTick().setFormat(new Ticks(steps -> time.label(Math.round(-steps))));
    x.setRange(new Range(-time.steps(), 0));
    IAxis y = chart.getAxisSet().getYAxis(0);
    y.getTitle().setVisible(false);
    y.getTick().setFormat(new Ticks(Units::bits));
    y.setPosition(Position.Primary);
    colors();
  }

  Chart control() {
    return chart;
  }

  /** Follows the theme. */
  private void colors() {
    Color background = chart.getParent().getBackground();
    chart.setBackground(background);
    chart.getPlotArea().setBackground(background);
    Color text = chart.getParent().getForeground();
    for (IAxis axis : chart.getAxisSet().getAxes()) {
      axis.getTick().setForeground(text);
      axis.getGrid().setForeground(StateColors.grid(chart.getParent()));
    }
    chart.getLegend().setBackground(background);
    chart.getLegend().setForeground(text);
  }

  /** Draws lines over the points. */
  void show(List<Line> lines, List<History.Point> points) {
    chart.suspendUpdate(true);
    colors();
    List<String> ids = new ArrayList<>();
    long now = points.isEmpty() ? 0 : points.getLast().millis();
    long past = points.isEmpty() ? 0 : now - points.getFirst().millis();
    time = TimeAxis.of(Duration.ofMillis(past));
    double step = time.step().toMillis();
    double[] x = points.stream().mapToDouble(p -> (p.millis() - now) / step).toArray();
    double most = LEAST;
    for (Line line : lines) {
      double[] in = points.stream().mapToDouble(p -> line.rate().apply(p).bitsIn()).toArray();
      double[] out = points.stream().mapToDouble(p -> line.rate().apply(p).bitsOut()).toArray();
      Color color = StateColors.line(line.color(), chart.getParent());
      ids.add(series(line.name(), color, LineStyle.SOLID, x, in));
      String second = line.name() + " out";
      ids.add(series(second, color, LineStyle.DASH, x, out));
      chart.getSeriesSet().getSeries(second).setVisibleInLegend(false);
      for (double v : in) most = Math.max(most, v);
      for (double v : out) most = Math.max(most, v);
    }
    for (ISeries<?> s : chart.getSeriesSet().getSeries()) {
      if (!ids.contains(s.getId())) chart.getSeriesSet().deleteSeries(s.getId());
    }
    timeAxis();
    chart.getAxisSet().getYAxis(0).setRange(new Range(0, roundUp(most) * 1.08));
    chart.suspendUpdate(false);
    chart.redraw();
  }

  private String series(String id, Color color, LineStyle style, double[] x, double[] y) {
    ISeries<?> known = chart.getSeriesSet().getSeries(id);
    ILineSeries<?> line =
        known instanceof ILineSeries<?> l
            ? l
            : (ILineSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, id);
    line.setSymbolType(ILineSeries.PlotSymbolType.NONE);
    line.setLineWidth(2);
    line.setAntialias(SWT.ON);
    line.setLineStyle(style);
    line.setLineColor(color);
    line.setXSeries(x);
    line.setYSeries(y);
    return id;
  }

  /**
   * The unit of the axis is its step; the hint is the distance at which the chart takes just it.
   */
  private void timeAxis() {
    IAxis x = chart.getAxisSet().getXAxis(0);
    int width = chart.getPlotArea().getControl().getSize().x;
    x.getTick().setTickMarkStepHint(Math.max(LEAST_STEP, width / time.steps()));
    x.setRange(new Range(-time.steps(), 0));
  }

  /** The next 1, 2 or 5 times a power of ten, so that the axis rarely jumps. */
  static double roundUp(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : new double[] {1, 2, 5, 10}) if (step * power >= value) return step * power;
    return value;
  }

  /** Texts of ticks. The chart reads them back to see where they belong. */
  private static final class Ticks extends NumberFormat {
    private static final long serialVersionUID = 1L;
    private static final int REMEMBERED = 200;
    private final transient DoubleFunction<String> text;
    private final Map<String, Double> written = new HashMap<>();

    Ticks(DoubleFunction<String> text) {
      this.text = text;
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition at) {
      if (written.size() > REMEMBERED) written.clear();
      String tick = text.apply(number);
      written.put(tick, number);
      return to.append(tick);
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition at) {
      return format((double) number, to, at);
    }

    @Override
    public Number parse(String source, ParsePosition at) {
      at.setIndex(source.length());
      return written.getOrDefault(source, 0.0);
    }
  }
}
