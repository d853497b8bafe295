/** Charts of a TARGET rendered by the `helm` program, when the user asks for it: their output is then scanned like plain manifests. */
import { join } from 'node:path';
import type { Diagnostic } from '@kumomori/model';
import type { FileTree } from '@kumomori/parsers';
import { RENDERED_CHART, isChartFile } from '@kumomori/parsers';
import { withFiles } from '../files/index.ts';
import { firstError, runProgram } from './run-program.ts';

const MAX_CHARTS = 100;

export interface RenderedCharts {
  /** The tree with one more file for each chart: `charts/orders/helm-template.yaml`. */
  readonly tree: FileTree;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Runs `helm template` on each chart of the folder that is no dependency of another one, with its own values. No shell, no network
 * (dependencies have to be there), one minute each. Without the program, or when it fails, the chart is left out with a diagnostic.
 */
export function renderCharts(tree: FileTree, program = 'helm'): RenderedCharts {
  const folders = tree.paths.filter((path) => isChartFile(path)).map((path) => path.replace(/[^/]*$/, ''));
  const own = folders.filter((folder) => !folders.some((outer) => outer !== folder && folder.startsWith(`${outer}charts/`)));
  const rendered = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const folder of own.slice(0, MAX_CHARTS)) {
    const { output, problem } = run(program, join(tree.root, folder));
    if (output !== null) rendered.set(`${folder}${RENDERED_CHART}`, output);
    else diagnostics.push(diagnostic(folder, problem));
  }
  if (own.length > MAX_CHARTS) diagnostics.push(diagnostic(own[MAX_CHARTS] ?? '', `only the first ${MAX_CHARTS} charts are rendered`));
  return { tree: withFiles(tree, rendered), diagnostics };
}

function run(program: string, chart: string): { readonly output: string | null; readonly problem: string } {
  const found = runProgram(program, ['template', 'release', chart]);
  switch (found.kind) {
    case 'done':
      return { output: found.output, problem: '' };
    case 'missing':
      return { output: null, problem: 'helm is not installed' };
    case 'stopped':
      return { output: null, problem: 'helm template took too long or wrote too much' };
    case 'failed':
      return { output: null, problem: `helm template failed: ${firstError(found.errors)}` };
  }
}

function diagnostic(folder: string, message: string): Diagnostic {
  return { severity: 'warning', file: `${folder}Chart.yaml`, line: null, column: null, code: 'helm', message };
}
