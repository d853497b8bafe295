/** Prometheus text exposition, version 0.0.4 (prometheus.io, Exposition formats, read 2026-11-22). What is counted is others' business. */

export type MetricLabels = Readonly<Record<string, string>>;

export interface MetricSample {
  readonly labels?: MetricLabels;
  readonly value: number;
}

/** What was observed under one set of labels: `counts[i]` values up to `bounds[i]`, not added up; the last one above all bounds. */
export interface HistogramSample {
  readonly labels?: MetricLabels;
  readonly counts: readonly number[];
  readonly sum: number;
}

interface Named<N extends string> {
  readonly name: N;
  /** One sentence. */
  readonly help: string;
}

/** Names carry their unit: `_seconds`, `_bytes`; counters end with `_total`. */
export type Metric =
  | (Named<`${string}_total`> & { readonly kind: 'counter'; readonly samples: readonly MetricSample[] })
  | (Named<string> & { readonly kind: 'gauge'; readonly samples: readonly MetricSample[] })
  | (Named<string> & {
      readonly kind: 'histogram';
      /** Ascending. */ readonly bounds: readonly number[];
      readonly samples: readonly HistogramSample[];
    });

/** For the header of the answer. */
export const prometheusType = 'text/plain; version=0.0.4; charset=utf-8';

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL = /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/;

/** The page of all metrics. Throws a TypeError for names and labels that the format does not know: they are written in the code. */
export function prometheusText(metrics: readonly Metric[]): string {
  const seen = new Set<string>();
  return metrics
    .map((metric) => {
      if (!NAME.test(metric.name) || seen.has(metric.name)) throw new TypeError(`no name for a metric, or one twice: ${metric.name}`);
      seen.add(metric.name);
      const help = metric.help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
      return [`# HELP ${metric.name} ${help}`, `# TYPE ${metric.name} ${metric.kind}`, ...linesOf(metric), ''].join('\n');
    })
    .join('');
}

function linesOf(metric: Metric): readonly string[] {
  if (metric.kind !== 'histogram') return metric.samples.map(({ labels = {}, value }) => line(metric.name, labels, value));
  const { name, bounds } = metric;
  return metric.samples.flatMap(({ labels = {}, counts, sum }) => {
    let total = 0;
    const buckets = [...bounds, Number.POSITIVE_INFINITY].map((bound, index) => {
      total += counts[index] ?? 0;
      return line(`${name}_bucket`, { ...labels, le: numberText(bound) }, total);
    });
    return [...buckets, line(`${name}_sum`, labels, sum), line(`${name}_count`, labels, total)];
  });
}

function line(name: string, labels: MetricLabels, value: number): string {
  const pairs = Object.entries(labels).map(([key, text]) => {
    if (!LABEL.test(key)) throw new TypeError(`no name for a label: ${key}`);
    return `${key}="${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
  });
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${numberText(value)}`;
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}

/** The sample of a histogram with one more value; pure. */
export function observed(sample: HistogramSample, value: number, bounds: readonly number[]): HistogramSample {
  const at = bounds.findIndex((bound) => value <= bound);
  const index = at < 0 ? bounds.length : at;
  const counts = Array.from({ length: bounds.length + 1 }, (_, each) => (sample.counts[each] ?? 0) + (each === index ? 1 : 0));
  return { ...sample, counts, sum: sample.sum + value };
}
