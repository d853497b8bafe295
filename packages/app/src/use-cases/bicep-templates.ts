/** Bicep files of a TARGET compiled by the `bicep` program, when the user asks for it: its values on the lines of the files. */
import { join } from 'node:path';
import type { Diagnostic } from '@kumomori/model';
import type { FileTree } from '@kumomori/parsers';
import { bicepEntryFiles } from '@kumomori/parsers';
import { firstError, runProgram } from './run-program.ts';

const MAX_FILES = 100;

export interface CompiledBicep {
  /** Template JSON by the path of its Bicep file; what the program refused is read by ourselves. */
  readonly templates: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

export const nothingCompiled: CompiledBicep = { templates: new Map(), diagnostics: [] };

/**
 * Runs `bicep build` on each file that no other one uses as a module. No shell, no network (modules of registries have to be in the
 * program's cache), one minute each. Without the program, or where it fails, there is a diagnostic.
 */
export function compileBicep(tree: FileTree, program = 'bicep'): CompiledBicep {
  const files = bicepEntryFiles(tree);
  const templates = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files.slice(0, MAX_FILES)) {
    const built = build(program, file, tree.root);
    if (built.kind === 'built') templates.set(file, built.template);
    else diagnostics.push(built.diagnostic);
    // One line is enough.
    if (built.kind === 'missing') break;
  }
  const [first] = files.slice(MAX_FILES);
  if (first !== undefined) diagnostics.push(diagnosticOf(first, `only the first ${MAX_FILES} Bicep files are compiled`));
  return { templates, diagnostics };
}

type Built =
  | { readonly kind: 'built'; readonly template: string }
  | { readonly kind: 'missing' | 'failed'; readonly diagnostic: Diagnostic };

function build(program: string, file: string, root: string): Built {
  const found = runProgram(program, ['build', '--stdout', '--no-restore', join(root, file)], root);
  switch (found.kind) {
    case 'done':
      return { kind: 'built', template: found.output };
    case 'missing':
      return { kind: 'missing', diagnostic: diagnosticOf(file, 'bicep is not installed') };
    case 'stopped':
      return { kind: 'failed', diagnostic: diagnosticOf(file, 'bicep build took too long or wrote too much') };
    case 'failed':
      return { kind: 'failed', diagnostic: failure(file, found.errors, root) };
  }
}

/** `/code/main.bicep(3,7) : Error BCP018: …`; what is no error is a warning. */
const ERROR_LINE = /^(.*)\((\d+),(\d+)\) : (Error .*)$/m;

function failure(file: string, said: string, root: string): Diagnostic {
  const found = ERROR_LINE.exec(said);
  const message = `bicep build failed: ${(found?.[4] ?? firstError(said)).trim().slice(0, 200)}`;
  const below = root.endsWith('/') ? root : `${root}/`;
  if (!found?.[1]?.startsWith(below)) return diagnosticOf(file, message);
  return { ...diagnosticOf(found[1].slice(below.length), message), line: Number(found[2]), column: Number(found[3]) };
}

function diagnosticOf(file: string, message: string): Diagnostic {
  return { severity: 'warning', file, line: null, column: null, code: 'bicep', message };
}
