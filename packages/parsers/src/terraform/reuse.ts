/**
 * What runs over nearly the same files share, as before and after a pull request: a file with the same text is parsed once, and a root module
 * is evaluated once as long as every question its evaluation asked of the files has the same answer.
 */
import type { Diagnostic } from '@kumomori/model';
import type { FileText } from '../file-tree.ts';
import type { HclFile } from '../hcl/index.ts';
import type { ModuleCode } from './declarations.ts';
import type { TerraformModuleRoot, TerraformOptions } from './evaluate-terraform.ts';
import type { ModuleSource } from './loader.ts';
import type { Run, RunCost } from './run.ts';

/** Given to one run after the other. What is kept is never changed, so that runs may hold the very same values. */
export class TerraformMemory {
  readonly files = new Map<string, HclFile>();
  readonly modules = new Map<string, KeptModule>();
  readonly roots = new Map<string, KeptRoot>();
}

/** The declarations of a folder, and what was said while they were put together. */
export interface KeptModule {
  readonly code: ModuleCode;
  readonly said: readonly Diagnostic[];
}

interface KeptRoot {
  /** The options it was evaluated with, as text. */
  readonly options: string;
  /** True of files that answer as those did. */
  readonly fits: (files: ModuleSource) => boolean;
  readonly root: TerraformModuleRoot;
  readonly cost: RunCost;
  readonly said: readonly Diagnostic[];
}

export interface Reuse {
  readonly memory: TerraformMemory;
  readonly run: Run;
  readonly files: ModuleSource;
  readonly options: TerraformOptions;
}

/** The root module of a folder: that of an earlier run where nothing differs, else what `evaluate` makes of the files it is handed. */
export function rootOnce(
  dir: string,
  { memory, run, files, options }: Reuse,
  evaluate: (files: ModuleSource) => TerraformModuleRoot,
): TerraformModuleRoot {
  const asked = textOfOptions(options);
  const kept = memory.roots.get(dir);
  if (kept?.options === asked && kept.fits(files) && run.takeAtOnce(kept.cost)) {
    for (const diagnostic of kept.said) run.addDiagnostic(diagnostic);
    return kept.root;
  }
  const questions = new Questions(files);
  const { result, cost, said } = run.observe(() => evaluate(questions));
  // What a limit cut short depends on what was evaluated before.
  if (!run.isLimited) memory.roots.set(dir, { options: asked, fits: (other) => questions.fit(other), root: result, cost, said });
  return result;
}

function textOfOptions({ workspace, variables, varFiles, limits }: TerraformOptions): string {
  return JSON.stringify([workspace, [...(variables ?? [])], varFiles, limits]);
}

/** Files that remember what they were asked. */
class Questions implements ModuleSource {
  readonly #files: ModuleSource;
  readonly #asked = new Map<string, (other: ModuleSource) => boolean>();

  constructor(files: ModuleSource) {
    this.#files = files;
  }

  fit(other: ModuleSource): boolean {
    for (const isSame of this.#asked.values()) if (!isSame(other)) return false;
    return true;
  }

  module(dir: string): ModuleCode | null {
    return this.#ask(`module ${dir}`, (files) => files.module(dir));
  }

  hasFolder(dir: string): boolean {
    return this.#ask(`folder ${dir}`, (files) => files.hasFolder(dir));
  }

  variableFiles(dir: string): readonly string[] {
    return this.#ask(`variables ${dir}`, (files) => files.variableFiles(dir), isSameList);
  }

  parsed(path: string): HclFile | null {
    return this.#ask(`parsed ${path}`, (files) => files.parsed(path));
  }

  readText(path: string): FileText {
    return this.#ask(`text ${path}`, (files) => files.readText(path), isSameText);
  }

  listFiles(dir: string): readonly string[] {
    return this.#ask(`list ${dir}`, (files) => files.listFiles(dir), isSameList);
  }

  exists(path: string): boolean {
    return this.#ask(`exists ${path}`, (files) => files.exists(path));
  }

  #ask<T>(name: string, ask: (files: ModuleSource) => T, isSame: (a: T, b: T) => boolean = Object.is): T {
    const answer = ask(this.#files);
    if (!this.#asked.has(name)) this.#asked.set(name, (other) => isSame(answer, ask(other)));
    return answer;
  }
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((each, index) => each === b[index]));
}

function isSameText(a: FileText, b: FileText): boolean {
  return a === b || (a.kind === b.kind && (a.kind !== 'text' || (b.kind === 'text' && a.text === b.text)));
}
