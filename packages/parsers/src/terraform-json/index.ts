/** Terraform's JSON files about what will be (plans) and what was (states), as declared resources. */
import type { CodeKind, Diagnostic, Source } from '@kumomori/model';
import type { FileTree } from '../file-tree.ts';
import type { CodeEvaluation, CodeFile, CodeFormat, DetectedInput, EvaluatedRoot } from '../format.ts';
import type { Instance } from './instances.ts';
import { declaredInstance, linkByIds } from './instances.ts';
import { readPlan } from './plan.ts';
import { readState } from './state.ts';

export const planFormat: CodeFormat = {
  kind: 'terraform-plan',
  evaluate: (tree, inputs) => evaluateFiles('terraform-plan', tree, inputs, readPlan),
};
export const stateFormat: CodeFormat = {
  kind: 'terraform-state',
  evaluate: (tree, inputs) => evaluateFiles('terraform-state', tree, inputs, readState),
};

type Read = (source: Source) => { readonly instances: readonly Instance[]; readonly diagnostics: readonly Diagnostic[] };

function evaluateFiles(kind: CodeKind, tree: FileTree, inputs: readonly DetectedInput[], read: Read): CodeEvaluation {
  const roots: EvaluatedRoot[] = [];
  const files = new Map<string, CodeFile>();
  const diagnostics: Diagnostic[] = [];
  for (const { path } of inputs) {
    const file = tree.read(path);
    if (file.kind !== 'text') continue;
    const source = { path, text: file.text };
    files.set(path, { source, comments: [] });
    const { instances, diagnostics: said } = read(source);
    diagnostics.push(...said);
    const resources = linkByIds(instances.map((instance) => declaredInstance(instance, path)));
    roots.push({ kind, dir: path, resources, moduleCalls: [] });
  }
  return { roots, files, diagnostics };
}
