/** Outputs of `drift`: its report in, text out. */
import { toJson } from '../finding-view.ts';
import type { DriftFormat } from './report.ts';

export type {
  DriftAttribute,
  DriftCheck,
  DriftEntry,
  DriftExpectation,
  DriftFormat,
  DriftOutputContext,
  DriftRemedies,
  DriftReport,
  DriftSummary,
  NotComparedEntry,
} from './report.ts';
export { driftValue } from './text.ts';

const json: DriftFormat = { name: 'json', render: (report) => toJson(report) };

/** By the name given to `--format`; the first is the default. */
export const driftFormats: ReadonlyMap<string, () => Promise<DriftFormat>> = new Map<string, () => Promise<DriftFormat>>([
  ['table', async () => (await import('./table.ts')).table],
  ['json', () => Promise.resolve(json)],
  ['markdown', async () => (await import('./markdown.ts')).markdown],
  ['html', async () => (await import('./html.ts')).html],
  ['sarif', async () => (await import('./sarif.ts')).sarif],
]);

export const driftFormatNames: readonly string[] = [...driftFormats.keys()];
