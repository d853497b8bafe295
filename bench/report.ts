/** The bench's result as Markdown tables. */
import { median } from './measure.ts';
import type { Sample } from './measure.ts';

/** All runs of one tool on one folder. */
export interface Series {
  readonly tool: string;
  readonly version: string;
  readonly samples: readonly Sample[];
  /** Failed verdicts the tool itself counts; null when its output could not be read. */
  readonly failures: number | null;
  /** Why there is no figure: not given, failed, over the time limit. */
  readonly trouble: string | null;
}

export interface SizeResult {
  /** `49,933 lines`, `1,000 Kubernetes manifests`. */
  readonly title: string;
  readonly lines: number;
  readonly files: number;
  readonly megabytes: number;
  readonly series: readonly Series[];
}

export function wallMedian(series: Series): number {
  return median(series.samples.map((sample) => sample.wallSeconds));
}

/** Steadier than wall time on a machine with other work. NaN without GNU time. */
function cpuMedian(series: Series): number {
  return median(series.samples.flatMap(({ cpuSeconds }) => (cpuSeconds === null ? [] : [cpuSeconds])));
}

function times(ratio: number): string {
  return Number.isNaN(ratio) ? '–' : `${ratio.toFixed(2)}×`;
}

/** One table for each estate size; ratios are to kumomori's median in the same table. */
export function scanTable({ title, files, megabytes, series }: SizeResult): string {
  const ours = series.find((one) => one.tool === 'kumomori' && one.trouble === null);
  const rows = series.map((one) => scanRow(one, ours));
  return [
    `### ${title} (${files} files, ${megabytes.toFixed(2)} MB)`,
    '',
    '| tool | version | runs | wall s, median (min–max) | first run s | CPU s | peak MB | wall vs kumomori | CPU vs kumomori | failed verdicts |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function scanRow(series: Series, ours: Series | undefined): string {
  const { tool, version, samples, failures, trouble } = series;
  if (trouble !== null) return `| ${tool} | ${version} | ${samples.length} | ${trouble} | – | – | – | – | – | – |`;
  const walls = samples.map((sample) => sample.wallSeconds);
  const ratio = (of: (one: Series) => number): string => (ours === undefined ? '–' : times(of(series) / of(ours)));
  const range = `${seconds(median(walls))} (${seconds(Math.min(...walls))}–${seconds(Math.max(...walls))})`;
  const cells = [
    tool,
    version,
    samples.length,
    range,
    seconds(walls[0] ?? Number.NaN),
    cost(samples, 'cpuSeconds'),
    cost(samples, 'peakMb'),
    ratio(wallMedian),
    ratio(cpuMedian),
    failures ?? '?',
  ];
  return `| ${cells.join(' | ')} |`;
}

function cost(samples: readonly Sample[], key: 'cpuSeconds' | 'peakMb'): string {
  const values = samples.map((sample) => sample[key]).filter((value) => value !== null);
  if (values.length === 0) return 'not measured';
  return key === 'peakMb' ? median(values).toFixed(0) : seconds(median(values));
}

/** Three significant digits are what two cores and a few runs can support. */
export function seconds(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** How the cost grows with the estate: each tool's medians, wall and CPU, divided by those of the size before. */
export function scalingTable(results: readonly SizeResult[]): string {
  const steps = results.slice(1).map((after, index) => ({ before: results[index], after }));
  const tools = results[0]?.series.map((series) => series.tool) ?? [];
  const rows = tools.map((tool) => {
    const cells = steps.map(({ before, after }) => {
      const [from, to] = [before, after].map((size) => size?.series.find((series) => series.tool === tool && series.trouble === null));
      return from === undefined || to === undefined
        ? '–'
        : `${times(wallMedian(to) / wallMedian(from))} (CPU ${times(cpuMedian(to) / cpuMedian(from))})`;
    });
    return `| ${tool} | ${cells.join(' | ')} |`;
  });
  const heads = steps.map(
    ({ before, after }) => `${(before?.lines ?? 0).toLocaleString('en')} → ${after.lines.toLocaleString('en')} lines`,
  );
  return [
    '### How the cost grows: wall (CPU)',
    '',
    `| tool | ${heads.join(' | ')} |`,
    `|---|${heads.map(() => '---|').join('')}`,
    ...rows,
    '',
  ].join('\n');
}

/** Small commands: wall time in milliseconds. */
export function startTable(rows: readonly { readonly command: string; readonly samples: readonly Sample[] }[]): string {
  const lines = rows.map(({ command, samples }) => {
    const walls = samples.map((sample) => sample.wallSeconds * 1000);
    return `| \`${command}\` | ${samples.length} | ${median(walls).toFixed(0)} (${Math.min(...walls).toFixed(0)}–${Math.max(...walls).toFixed(0)}) | ${cost(samples, 'peakMb')} |`;
  });
  return ['### Start-up', '', '| command | runs | wall ms, median (min–max) | peak MB |', '|---|---|---|---|', ...lines, ''].join('\n');
}
