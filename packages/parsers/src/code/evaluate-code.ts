/** Every format of infrastructure code below a TARGET, evaluated. */
import type { CodeKind } from '@kumomori/model';
import type { FileTree } from '../file-tree.ts';
import { detectInputs } from './detect.ts';
import { secretsInFiles, secretsInValues } from '../secrets/index.ts';
import { formats } from './formats.ts';
import { unreadFiles } from './unread.ts';
import type { CodeEvaluation, CodeOptions, DetectedInput } from '../format.ts';

export interface CodeReading extends CodeEvaluation {
  /** What the files were taken for; files that no format reads are not listed. */
  readonly inputs: readonly DetectedInput[];
}

/** Never throws on what the files say: trouble becomes unknown values with reasons and diagnostics. */
export function evaluateCode(tree: FileTree, options: CodeOptions = {}): CodeReading {
  const inputs = detectInputs(tree);
  const byKind = new Map<CodeKind, DetectedInput[]>();
  for (const input of inputs) byKind.set(input.kind, [...(byKind.get(input.kind) ?? []), input]);
  const evaluations = formats.flatMap((format) => {
    const own = byKind.get(format.kind) ?? [];
    return own.some(({ role }) => role === 'code') ? [format.evaluate(tree, own, options)] : [];
  });
  const roots = evaluations.flatMap((evaluation) => evaluation.roots);
  const files = new Map(evaluations.flatMap((evaluation) => [...evaluation.files]));
  const diagnostics = evaluations.flatMap((evaluation) => evaluation.diagnostics);
  const secrets = options.secrets === false ? null : secretsInValues(roots, secretsInFiles(tree, files, options.knownKeys));
  return {
    inputs,
    roots: secrets && secrets.resources.length > 0 ? [...roots, secrets] : roots,
    files,
    diagnostics: [...diagnostics, ...unreadFiles(tree, inputs, diagnostics)],
  };
}
