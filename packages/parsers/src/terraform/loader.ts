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
import type { Run } from './run.ts';
import type { ModuleFiles } from './scope.ts';

export class Loader implements ModuleFiles {
  readonly folders: ReadonlyMap<string, ModuleFolder>;
  readonly files = new Map<string, HclFile>();
  readonly #tree: FileTree;
  readonly #run: Run;
  readonly #modules = new Map<string, ModuleCode>();
  readonly #texts = new Map<string, FileText>();
  #filesByFolder: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(tree: FileTree, run: Run) {
    this.#tree = tree;
    this.#run = run;
    this.folders = findModuleFolders(tree.paths);
  }

  /** The module in a folder, or null when there are no Terraform files. */
  module(dir: string): ModuleCode | null {
    const known = this.#modules.get(dir);
    if (known) return known;
    const folder = this.folders.get(dir);
    if (folder === undefined) return null;
    const parse = (paths: readonly string[]): HclFile[] => paths.map((path) => this.parsed(path)).filter((file) => file !== null);
    const code = collectDeclarations(dir, parse(folder.configuration), parse(folder.overrides), (at, code, message) => {
      const node = 'block' in at ? at.block : at.attribute;
      this.#run.report({ source: at.source, start: node.start, end: node.end }, { code, message });
    });
    this.#modules.set(dir, code);
    return code;
  }

  /** A configuration or variable file; null when it cannot be read, with a diagnostic. */
  parsed(path: string): HclFile | null {
    const known = this.files.get(path);
    if (known) return known;
    const text = this.readText(path);
    if (text.kind !== 'text') {
      if (text.kind !== 'missing') this.#run.addDiagnostic(unreadable(path, text.kind));
      return null;
    }
    const source = { path, text: text.text };
    const file = parseAs(path, source);
    this.#run.allowFor(source.text.length);
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
