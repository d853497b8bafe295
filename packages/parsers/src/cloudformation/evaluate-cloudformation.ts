/** Entry point: all templates below a TARGET that no other template nests, evaluated with those they nest. */
import type { Value } from '@kumomori/model';
import { stringValue, unknownValue } from '@kumomori/model';
import type { FileTree } from '../file-tree.ts';
import type { CodeEvaluation, EvaluatedRoot } from '../format.ts';
import { draftsOf } from './draft.ts';
import type { CloudFormationLimits } from './limits.ts';
import { Loader } from './loader.ts';
import { nestedPath } from './nested.ts';
import { readParameterFile } from './parameter-files.ts';
import { Run } from './run.ts';
import { Stack } from './stack.ts';
import { suppressionsOf } from './suppressions.ts';
import type { Template } from './template.ts';

export interface CloudFormationOptions {
  /** Values of parameters by name, over everything that is written. */
  readonly parameters?: ReadonlyMap<string, string>;
  /** Paths of parameter files, for the templates that declare all of their keys. */
  readonly parameterFiles?: readonly string[];
  readonly region?: string;
  readonly accountId?: string;
  readonly limits?: Partial<CloudFormationLimits>;
}

/**
 * Evaluates every template of `paths` that no other one nests. Never throws on what the files say: trouble becomes unknown values with reasons
 * and diagnostics; work and memory are bounded by `limits`.
 */
export function evaluateCloudFormation(tree: FileTree, paths: readonly string[], options: CloudFormationOptions = {}): CodeEvaluation {
  const run = new Run(options.limits);
  const loader = new Loader(tree, run);
  const stacks = new Map<string, Stack>();
  const nested = nestedIn(paths, loader);
  const roots: EvaluatedRoot[] = [];
  const reached = new Set<string>();
  const evaluateRoot = (path: string): void => {
    const template = loader.template(path);
    if (!template || reached.has(path)) return;
    const stack = rootStack(template, { run, loader, options });
    stacks.set(path, stack);
    const resources = stack.declared();
    roots.push({ kind: 'cloudformation', dir: path, resources, moduleCalls: stack.moduleCalls() });
    for (const each of [stack, ...stack.nestedStacks()]) {
      reached.add(each.template.path);
      addSuppressions(each, loader);
    }
  };
  for (const path of paths) if (!nested.has(path)) evaluateRoot(path);
  // Templates that nest one another: some of them has to be the first.
  for (const path of paths) evaluateRoot(path);
  return { roots: withoutNested(roots, stacks), files: loader.files, diagnostics: run.diagnostics };
}

/** Paths that some template nests by a path that is written out. */
function nestedIn(paths: readonly string[], loader: Loader): ReadonlySet<string> {
  const silent = new Run();
  return new Set(
    paths.flatMap((path) => {
      const template = loader.template(path);
      if (!template) return [];
      const stack = rootStack(template, { run: silent, loader, options: {} });
      const drafts = draftsOf(template.sections.Resources, stack, unread);
      return drafts.flatMap((draft) => {
        const target = nestedPath(draft, path, { loader, read: (value: Value) => value });
        return target === null || target === path ? [] : [target];
      });
    }),
  );
}

/** Loops are not written out to look for paths. */
function unread(value: Value): Value {
  return unknownValue('unsupported', 'not evaluated', value.range);
}

/** A template that is nested through a path which had to be evaluated looked like a root before. */
function withoutNested(roots: readonly EvaluatedRoot[], stacks: ReadonlyMap<string, Stack>): readonly EvaluatedRoot[] {
  const left = new Set<string>();
  for (const { dir } of roots) {
    if (left.has(dir)) continue;
    for (const stack of stacks.get(dir)?.nestedStacks() ?? []) if (stack.template.path !== dir) left.add(stack.template.path);
  }
  return left.size === 0 ? roots : roots.filter(({ dir }) => !left.has(dir));
}

interface Session {
  readonly run: Run;
  readonly loader: Loader;
  readonly options: CloudFormationOptions;
}

function rootStack(template: Template, { run, loader, options }: Session): Stack {
  const given = new Map<string, Value>(loader.parameterFile(template)?.values);
  for (const path of options.parameterFiles ?? []) {
    for (const [name, value] of readParameterFile(path, template, loader.tree)?.values ?? []) given.set(name, value);
  }
  for (const [name, text] of options.parameters ?? []) given.set(name, stringValue(text));
  const { region, accountId } = options;
  return new Stack({
    template,
    run,
    loader,
    rootPath: template.path,
    address: '',
    given,
    isUncertain: false,
    deployment: { ...(region !== undefined && { region }), ...(accountId !== undefined && { accountId }) },
    ancestors: [template.path],
  });
}

function addSuppressions(stack: Stack, loader: Loader): void {
  const { path } = stack.template;
  const file = loader.files.get(path);
  const comments = stack.drafts().flatMap(suppressionsOf);
  if (!file || comments.length === 0) return;
  const known = new Set(file.comments.map(({ start }) => start));
  const added = comments.filter(({ start }) => !known.has(start));
  loader.files.set(path, { ...file, comments: [...file.comments, ...added].toSorted((a, b) => a.start - b.start) });
}
