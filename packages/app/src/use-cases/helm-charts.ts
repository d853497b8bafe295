/** Charts of a TARGET rendered by the `helm` program, when the user asks for it: their output is then scanned like plain manifests. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Diagnostic } from '@kumomori/model';
import type { FileTree } from '@kumomori/parsers';
import { RENDERED_CHART, isChartFile } from '@kumomori/parsers';

const TIME_LIMIT_MS = 60_000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
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
  const result = spawnSync(program, ['template', 'release', chart], {
    encoding: 'utf8',
    timeout: TIME_LIMIT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: false,
  });
  if (result.error && 'code' in result.error && result.error.code === 'ENOENT') return { output: null, problem: 'helm is not installed' };
  if (result.error) return { output: null, problem: 'helm template took too long or wrote too much' };
  if (result.status === 0) return { output: result.stdout, problem: '' };
  return { output: null, problem: `helm template failed: ${(result.stderr.split('\n')[0] ?? '').slice(0, 200)}` };
}

function diagnostic(folder: string, message: string): Diagnostic {
  return { severity: 'warning', file: `${folder}Chart.yaml`, line: null, column: null, code: 'helm', message };
}

function withFiles(tree: FileTree, files: ReadonlyMap<string, string>): FileTree {
  if (files.size === 0) return tree;
  return {
    root: tree.root,
    paths: [...tree.paths, ...files.keys()].sort(),
    read(path) {
      const text = files.get(path);
      return text === undefined ? tree.read(path) : { kind: 'text', text };
    },
  };
}
