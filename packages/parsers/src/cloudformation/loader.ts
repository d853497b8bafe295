/** Templates by path, each read once. */
import type { Value } from '@kumomori/model';
import type { FileTree } from '../file-tree.ts';
import type { CodeFile } from '../format.ts';
import type { ParameterFile } from './parameter-files.ts';
import { parameterFileOf } from './parameter-files.ts';
import type { Run } from './run.ts';
import type { Template } from './template.ts';
import { readDocument, readTemplate } from './template.ts';

export class Loader {
  readonly tree: FileTree;
  readonly files = new Map<string, CodeFile>();
  readonly #templates = new Map<string, Template | null>();
  readonly #documents = new Map<string, Value | null>();
  readonly #paths: ReadonlySet<string>;
  readonly #run: Run;

  constructor(tree: FileTree, run: Run) {
    this.tree = tree;
    this.#paths = new Set(tree.paths);
    this.#run = run;
  }

  /** Null when there is no such file, or its text cannot be read; why is a diagnostic of whoever lists the files. */
  template(path: string): Template | null {
    const known = this.#templates.get(path);
    if (known !== undefined) return known;
    const read = this.tree.read(path);
    if (read.kind !== 'text') {
      this.#templates.set(path, null);
      return null;
    }
    const template = readTemplate({ path, text: read.text });
    this.#run.allowFor(read.text.length);
    for (const diagnostic of template.diagnostics) this.#run.addDiagnostic(diagnostic);
    this.#templates.set(path, template);
    this.files.set(path, { source: template.source, comments: template.comments });
    return template;
  }

  /** What a file holds that is no template by itself but a part of one. */
  document(path: string): Value | null {
    const known = this.#documents.get(path);
    if (known !== undefined) return known;
    const read = this.tree.read(path);
    const text = read.kind === 'text' ? readDocument({ path, text: read.text }) : null;
    const value = text?.documents[0]?.value ?? null;
    this.#documents.set(path, value);
    if (text === null || read.kind !== 'text') return value;
    this.#run.allowFor(read.text.length);
    for (const diagnostic of text.diagnostics) this.#run.addDiagnostic(diagnostic);
    this.files.set(path, { source: { path, text: read.text }, comments: text.comments });
    return value;
  }

  parameterFile(template: Template): ParameterFile | null {
    const found = parameterFileOf(template, this.tree);
    if (found) this.files.set(found.file.source.path, found.file);
    return found;
  }

  /** The path a template names another file by, relative to its own folder; null when that is no file of the tree. */
  resolve(from: string, written: string): string | null {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written) || written.startsWith('/')) return null;
    const parts = from.split('/').slice(0, -1);
    for (const part of written.split('/')) {
      if (part === '..') {
        if (parts.length === 0) return null;
        parts.pop();
      } else if (part !== '.' && part !== '') parts.push(part);
    }
    const path = parts.join('/');
    return this.#paths.has(path) ? path : null;
  }
}
