/** Kustomizations that ask for more than we read, built by the `kustomize` program when the user asks for it. */
import { join } from 'node:path';
import type { Diagnostic } from '@kumomori/model';
import type { FileTree } from '@kumomori/parsers';
import { BUILT_KUSTOMIZATION, kustomizationsBeyond } from '@kumomori/parsers';
import { withFiles } from '../files/index.ts';
import type { ProgramRun } from './run-program.ts';
import { firstError, runProgram } from './run-program.ts';

const MAX_FOLDERS = 100;

export interface BuiltKustomizations {
  /** The tree with one more file for each kustomization that was built: `overlays/production/kustomize-build.yaml`. */
  readonly tree: FileTree;
  readonly diagnostics: readonly Diagnostic[];
}

/** The programs that can do it, in the order they are tried. */
export const kustomizePrograms: readonly (readonly string[])[] = [
  ['kustomize', 'build'],
  ['kubectl', 'kustomize'],
];

/**
 * Builds each kustomization that no other one uses and that has remote bases, charts, replacements, variables or plugins. Remote bases are
 * fetched by the program; plugins and charts it only carries out when its own configuration says so. Without a program, or where it fails,
 * there is a diagnostic and our own reading stands.
 */
export function buildKustomizations(tree: FileTree, programs: readonly (readonly string[])[] = kustomizePrograms): BuiltKustomizations {
  const folders = kustomizationsBeyond(tree);
  const built = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const folder of folders.slice(0, MAX_FOLDERS)) {
    const found = run(join(tree.root, folder), programs);
    if (found.kind === 'done') built.set(`${folder}${BUILT_KUSTOMIZATION}`, found.output);
    else diagnostics.push(diagnostic(folder, problemOf(found)));
    // One line is enough.
    if (found.kind === 'missing') break;
  }
  const [first] = folders.slice(MAX_FOLDERS);
  if (first !== undefined) diagnostics.push(diagnostic(first, `only the first ${MAX_FOLDERS} kustomizations are built`));
  return { tree: withFiles(tree, built), diagnostics };
}

function run(folder: string, programs: readonly (readonly string[])[]): ProgramRun {
  for (const [program = '', ...parameters] of programs) {
    const found = runProgram(program, [...parameters, folder]);
    if (found.kind !== 'missing') return found;
  }
  return { kind: 'missing' };
}

function problemOf(found: Exclude<ProgramRun, { kind: 'done' }>): string {
  if (found.kind === 'missing') return 'neither kustomize nor kubectl is installed';
  return found.kind === 'stopped'
    ? 'kustomize build took too long or wrote too much'
    : `kustomize build failed: ${firstError(found.errors)}`;
}

function diagnostic(folder: string, message: string): Diagnostic {
  const file = folder === '' ? '.' : folder.replace(/\/$/, '');
  return { severity: 'warning', file, line: null, column: null, code: 'kustomize', message };
}
