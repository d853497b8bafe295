/** Helm charts: their templates are programs that make manifests, and are not read. */
import type { Diagnostic } from '@kumomori/model';
import type { DetectedInput } from '../format.ts';

/** What the app calls the output of `helm template` in the folder of its chart. */
export const RENDERED_CHART = 'helm-template.yaml';

export function isChartFile(path: string): boolean {
  return /(?:^|\/)Chart\.yaml$/.test(path);
}

export interface Chart {
  /** Folder of Chart.yaml, with a slash at its end; `''` for the TARGET itself. */
  readonly folder: string;
  /** Null for a chart whose output is there: then nothing is missing. */
  readonly diagnostic: Diagnostic | null;
}

/** The charts among the files, by folder; each says once that its templates are not read. */
export function chartsOf(inputs: readonly DetectedInput[]): ReadonlyMap<string, Chart> {
  const paths = new Set(inputs.map(({ path }) => path));
  const folders = [...paths].flatMap((path) => (isChartFile(path) ? [path.slice(0, -'Chart.yaml'.length)] : []));
  return new Map(
    folders.map((folder) => {
      const diagnostic: Diagnostic = {
        severity: 'info',
        file: `${folder}Chart.yaml`,
        line: null,
        column: null,
        code: 'helm-template',
        message: 'this is a Helm chart: templates are not guessed; scan the output of helm template',
      };
      return [folder, { folder, diagnostic: isRendered(folder, paths) ? null : diagnostic }];
    }),
  );
}

/** The chart that a file is a part of as its template, its metadata or its values; null for a plain file. */
export function chartOf(path: string, charts: ReadonlyMap<string, Chart>): Chart | null {
  for (const chart of charts.values()) {
    if (!path.startsWith(chart.folder)) continue;
    const inside = path.slice(chart.folder.length);
    if (inside.startsWith('templates/') || inside === 'Chart.yaml') return chart;
  }
  return null;
}

/** By itself, or as a dependency of a chart that is. */
function isRendered(folder: string, paths: ReadonlySet<string>): boolean {
  const at = folder.lastIndexOf('charts/', folder.length - 2);
  return paths.has(`${folder}${RENDERED_CHART}`) || (at !== -1 && isRendered(folder.slice(0, at), paths));
}
