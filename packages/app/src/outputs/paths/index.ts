/** Outputs of `paths`: its report in, text out. */
import { toJson } from '../finding-view.ts';
import type { PathsFormat } from './report.ts';

export type {
  ExposureEntry,
  PathEnd,
  PathEntry,
  PathEvidence,
  PathFix,
  PathNode,
  PathNodeKind,
  PathStep,
  PathsDiff,
  PathsFormat,
  PathsOutputContext,
  PathsReport,
  PathsSummary,
  SideFact,
} from './report.ts';

const json: PathsFormat = { name: 'json', render: (report) => toJson(report), renderDiff: (diff) => toJson(diff) };

/** By the name given to `--format`; the first is the default. */
export const pathsFormats: ReadonlyMap<string, () => Promise<PathsFormat>> = new Map<string, () => Promise<PathsFormat>>([
  ['table', async () => (await import('./table.ts')).table],
  ['json', () => Promise.resolve(json)],
  ['markdown', async () => (await import('./markdown.ts')).markdown],
  ['html', async () => (await import('./html.ts')).html],
  ['svg', async () => (await import('./svg.ts')).svg],
]);

export const pathsFormatNames: readonly string[] = [...pathsFormats.keys()];
