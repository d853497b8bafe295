/** Terraform's JSON files about what will be (plans) and what was (states), as declared resources. */
import type { CodeKind, Diagnostic, Source } from '@kumomori/model';
import type { FileTree } from '../file-tree.ts';
import type { CodeEvaluation, CodeFile, CodeFormat, CodeOptions, DetectedInput, EvaluatedRoot, PlanSource } from '../format.ts';
import { evaluateTerraform } from '../terraform/index.ts';
import type { Instance } from './instances.ts';
import { declaredInstance, linkByIds } from './instances.ts';
import { onSourceLines } from './join.ts';
import { readPlan } from './plan.ts';
import { readState } from './state.ts';

export const planFormat: CodeFormat = {
  kind: 'terraform-plan',
  evaluate: (tree, inputs, options) => {
    const planned = evaluateFiles('terraform-plan', tree, inputs, readPlan);
    return options.planSource ? onSource(planned, options.planSource, options) : planned;
  },
};
export const stateFormat: CodeFormat = {
  kind: 'terraform-state',
  evaluate: (tree, inputs) => evaluateFiles('terraform-state', tree, inputs, readState),
};

/** The root module of the code is the one in its top folder, else the only one. */
function onSource(planned: CodeEvaluation, { tree, folder }: PlanSource, { terraform }: CodeOptions): CodeEvaluation {
  const code = evaluateTerraform(tree, terraform);
  const root = code.roots.find(({ dir }) => dir === '') ?? (code.roots.length === 1 ? code.roots[0] : undefined);
  if (!root) {
    const message = `the code of the plan was not found: ${code.roots.length} root modules in ${folder === '' ? 'this folder' : folder}`;
    const said: Diagnostic = { severity: 'warning', file: '', line: null, column: null, code: 'plan-source', message };
    return { ...planned, diagnostics: [...planned.diagnostics, said] };
  }
  const files = new Map(planned.files);
  for (const [path, file] of code.files) files.set(folder === '' ? path : `${folder}/${path}`, file);
  const roots = planned.roots.map((each) => ({ ...each, resources: onSourceLines(each.resources, root.resources, folder) }));
  return { roots, files, diagnostics: planned.diagnostics };
}

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
