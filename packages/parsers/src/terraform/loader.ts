/** Reads and parses the files of a run, each once, and puts modules together. */
import type { Diagnostic, Source } from '@kumomori/model';
import type { HclFile } from '../hcl/index.ts';
import { parseHcl, parseTerraformJson, parseTfvars } from '../hcl/index.ts';
import type { ModuleCode } from './declarations.ts';
import { collectDeclarations } from './declarations.ts';
import type { FileTree } from '../file-tree.ts';
import type { ModuleFolder } from './module-folders.ts';
import { findModuleFolders } from './module-folders.ts';
import type { FileText } from '../file-tree.ts';
import { dirname, isOutside } from './paths.ts';
import type { KeptModule, TerraformMemory } from './reuse.ts';
import type { Run } from './run.ts';
import { diagnosticAt } from './run.ts';
import type { ModuleFiles } from './scope.ts';

/** What the evaluation of a root module asks of the files. */
export interface ModuleSource extends ModuleFiles {
  /** The module in a folder, or null when there are no Terraform files. */
  module(dir: string): ModuleCode | null;
  hasFolder(dir: string): boolean;
  /** Those that Terraform reads by itself, in its order. */
  variableFiles(dir: string): readonly string[];
  /** A configuration or variable file; null when it cannot be read, with a diagnostic. */
  parsed(path: string): HclFile | null;
  exists(path: string): boolean;
}

export class Loader implements ModuleSource {
  readonly folders: ReadonlyMap<string, ModuleFolder>;
  readonly files = new Map<string, HclFile>();
  readonly #tree: FileTree;
  readonly #run: Run;
  readonly #memory: TerraformMemory | null;
  readonly #modules = new Map<string, ModuleCode>();
  readonly #texts = new Map<string, FileText>();
  #filesByFolder: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(tree: FileTree, run: Run, memory: TerraformMemory | null = null) {
    this.#tree = tree;
    this.#run = run;
    this.#memory = memory;
    this.folders = findModuleFolders(tree.paths);
  }

  module(dir: string): ModuleCode | null {
    const known = this.#modules.get(dir);
    if (known) return known;
    const folder = this.folders.get(dir);
    if (folder === undefined) return null;
    const parse = (paths: readonly string[]): HclFile[] => paths.map((path) => this.parsed(path)).filter((file) => file !== null);
    const { code, said } = this.#declared(dir, parse(folder.configuration), parse(folder.overrides));
    for (const diagnostic of said) this.#run.addDiagnostic(diagnostic);
    this.#modules.set(dir, code);
    return code;
  }

  #declared(dir: string, files: readonly HclFile[], overrides: readonly HclFile[]): KeptModule {
    const all = [...files, ...overrides];
    const kept = this.#memory?.modules.get(dir);
    // Which file overrides others follows from its name.
    if (kept && kept.code.files.length === all.length && all.every((file, index) => file === kept.code.files[index])) return kept;
    const said: Diagnostic[] = [];
    const code = collectDeclarations(dir, files, overrides, (at, about, message) => {
      const node = 'block' in at ? at.block : at.attribute;
      said.push(diagnosticAt({ source: at.source, start: node.start, end: node.end }, { code: about, message }));
    });
    const made = { code, said };
    this.#memory?.modules.set(dir, made);
    return made;
  }

  hasFolder(dir: string): boolean {
    return this.folders.has(dir);
  }

  variableFiles(dir: string): readonly string[] {
    return this.folders.get(dir)?.variableFiles ?? [];
  }

  parsed(path: string): HclFile | null {
    const known = this.files.get(path);
    if (known) return known;
    const text = this.readText(path);
    if (text.kind !== 'text') {
      if (text.kind !== 'missing') this.#run.addDiagnostic(unreadable(path, text.kind));
      return null;
    }
    const kept = this.#memory?.files.get(path);
    const file = kept?.source.text === text.text ? kept : parseAs(path, { path, text: text.text });
    this.#memory?.files.set(path, file);
    this.#run.allowFor(text.text.length);
    for (const diagnostic of file.diagnostics) this.#run.addDiagnostic(diagnostic);
    this.files.set(path, file);
    return file;
  }

  readText(path: string): FileText {
    const known = this.#texts.get(path);
    if (known) return known;
    const text = this.#tree.read(path);
    this.#texts.set(path, text);
    return text;
  }

  /** Everything below a folder, relative to it. */
  listFiles(dir: string): readonly string[] {
    this.#filesByFolder ??= groupByFolder(this.#tree.paths);
    return this.#filesByFolder.get(dir === '.' ? '' : dir) ?? [];
  }

  exists(path: string): boolean {
    return this.readText(path).kind === 'text';
  }
}

/** For each folder all files below it, relative to it. Folders nest rarely more than ten deep, so this stays near linear. */
function groupByFolder(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    let dir = dirname(path);
    // What lies beside the TARGET is not below it.
    while (!(isOutside(path) && !/[^./]/.test(dir))) {
      const files = folders.get(dir) ?? [];
      files.push(dir === '' ? path : path.slice(dir.length + 1));
      folders.set(dir, files);
      if (dir === '') break;
      dir = dirname(dir);
    }
  }
  return folders;
}

function unreadable(path: string, kind: Exclude<FileText['kind'], 'text'>): Diagnostic {
  const messages = {
    missing: 'the file is not there',
    outside: 'the file lies outside of the scanned folder and was not read',
    'too-large': 'the file is too large and was not read',
    binary: 'the file is not text and was not read',
  };
  return {
    severity: 'error',
    file: path,
    line: null,
    column: null,
    code: kind === 'outside' ? 'outside-root' : kind,
    message: messages[kind],
  };
}

function parseAs(path: string, source: Source): HclFile {
  if (/\.tfvars(?:\.json)?$/.test(path)) return parseTfvars(source);
  return path.endsWith('.json') ? parseTerraformJson(source) : parseHcl(source);
}
