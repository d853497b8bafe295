/** Reads source files into what the rules look at: imports, the syntax tree, the package and folder they belong to. */
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { Program, StaticExport } from 'oxc-parser';
import { parseSync } from 'oxc-parser';

export interface ModuleFile {
  /** Relative to the repository, forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  readonly specifier: string;
  /** Repository path for a relative specifier, null for a package or `node:` one. */
  readonly target: string | null;
  readonly typeOnly: boolean;
  readonly offset: number;
}

export interface Module extends ModuleFile {
  readonly imports: readonly Import[];
  readonly program: Program;
  /** `model`, `app` …; null outside packages/. */
  readonly package: string | null;
  readonly isTest: boolean;
}

export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

const SOURCES = ['packages/*/src/**/*.{ts,tsx}', 'packages/content/{checks,frameworks}/**/*.ts'];

/** Every TypeScript file of the packages, generated ones included. */
export function packageFiles(root: string): readonly ModuleFile[] {
  const paths = globSync(SOURCES, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return paths.toSorted().map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));
}

/** Parses one file; a syntax error leaves imports and tree as far as they could be read (the type check reports it). */
export function readModule(file: ModuleFile): Module {
  const { module, program } = parseSync(file.path, file.text);
  const imports = [
    ...module.staticImports.map((each) => ({
      specifier: each.moduleRequest.value,
      typeOnly: each.entries.length > 0 && each.entries.every((entry) => entry.isType),
      offset: each.start,
    })),
    ...module.staticExports.flatMap(reexportOf),
    ...module.dynamicImports.map((each) => ({
      specifier: file.text.slice(each.moduleRequest.start + 1, each.moduleRequest.end - 1),
      typeOnly: false,
      offset: each.start,
    })),
  ];
  return {
    ...file,
    program,
    imports: imports.map((each) => ({ ...each, target: targetOf(file.path, each.specifier) })),
    package: /^packages\/([^/]+)\//.exec(file.path)?.[1] ?? null,
    isTest: file.path.endsWith('.test.ts'),
  };
}

export function violation(module: ModuleFile, offset: number, rule: string, message: string): Violation {
  return { rule, path: module.path, line: module.text.slice(0, offset).split('\n').length, message };
}

function reexportOf(statement: StaticExport): readonly { specifier: string; typeOnly: boolean; offset: number }[] {
  const from = statement.entries.find((entry) => entry.moduleRequest)?.moduleRequest;
  if (!from) return [];
  return [{ specifier: from.value, typeOnly: statement.entries.every((entry) => entry.isType), offset: statement.start }];
}

function targetOf(path: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
}
