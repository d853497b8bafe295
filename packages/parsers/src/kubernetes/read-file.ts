/** One file of manifests → objects: streams of YAML documents, JSON, and lists of either. */
import type { Diagnostic, MapValue, Source, Value } from '@kumomori/model';
import { diagnosticAt, mapValue, stringValue } from '@kumomori/model';
import type { CodeFile } from '../format.ts';
import type { FileTree } from '../file-tree.ts';
import type { ReadDocuments } from '../documents/index.ts';
import { readJsonDocument, readYamlDocuments } from '../documents/index.ts';
import { annotationComments } from './annotations.ts';
import type { KubernetesObject } from './object.ts';
import { entryOf, itemsOf, objectOf, textAt } from './object.ts';

export interface ReadManifests {
  readonly objects: readonly KubernetesObject[];
  /** Values of documents that are no objects: kustomize's patches have no kind sometimes. */
  readonly documents: readonly Value[];
  /** Null: the file could not be read at all. */
  readonly file: CodeFile | null;
  readonly diagnostics: readonly Diagnostic[];
}

const nothing = { objects: [], documents: [], file: null } as const;

/** Never throws; what is wrong with one document costs that document. O(length). */
export function readManifests(tree: FileTree, path: string): ReadManifests {
  const file = tree.read(path);
  if (file.kind !== 'text') return { ...nothing, diagnostics: [unreadable(path, file.kind)] };
  const source: Source = { path, text: file.text };
  const read = documentsOf(source);
  if (read.diagnostics.some(({ severity }) => severity === 'error') && isTemplate(file.text))
    return { ...nothing, diagnostics: [templated(source)] };
  const objects = read.documents.flatMap(({ value, range }) => {
    const object = objectOf(value, range);
    return object ? flatten(object, 0) : [];
  });
  const comments = [...read.comments, ...objects.flatMap(annotationComments)];
  return {
    objects,
    documents: read.documents.map(({ value }) => value),
    file: { source, comments },
    diagnostics: [...read.diagnostics, ...objects.flatMap((object) => problemsOf(object, source)), ...repeatedObjects(objects, source)],
  };
}

function documentsOf(source: Source): ReadDocuments {
  return /\.json$/i.test(source.path) ? readJsonDocument(source) : readYamlDocuments(source);
}

/** Actions of Go templates, as Helm charts have them. */
export function isTemplate(text: string): boolean {
  return (
    text.includes('{{') &&
    /\{\{-?\s*(?:\.|\$|if|range|with|include|define|template|end|else|toYaml|tpl|\/\*|required|default|quote)/.test(text)
  );
}

export function templated(source: Source, because = 'the file is a template'): Diagnostic {
  const at = Math.max(0, source.text.indexOf('{{'));
  return diagnosticAt(source, at, {
    severity: 'info',
    code: 'helm-template',
    message: `${because} and was not read: templates are not guessed; scan the output of helm template`,
  });
}

const MAX_LISTS = 8;

/** The items of a `List`, and of lists inside of it. Items of a typed list (`PodList`) may leave out what the list says. */
function flatten(object: KubernetesObject, depth: number): readonly KubernetesObject[] {
  const items = object.value.entries.get('items');
  if (!object.kind.endsWith('List') || items?.kind !== 'list' || depth > MAX_LISTS) return [object];
  const kind = object.kind.slice(0, -'List'.length);
  return itemsOf(items).flatMap((item) => {
    const typed = item.kind === 'map' && kind !== '' ? withDefaults(item, object.apiVersion, kind) : item;
    const inner = objectOf(typed, object.range);
    return inner ? flatten(inner, depth + 1) : [];
  });
}

function withDefaults(item: MapValue, apiVersion: string, kind: string): MapValue {
  if (textAt(item, 'apiVersion') !== null && textAt(item, 'kind') !== null) return item;
  const defaults = new Map([
    ['apiVersion', stringValue(apiVersion, item.range)],
    ['kind', stringValue(kind, item.range)],
  ]);
  return mapValue(new Map([...defaults, ...item.entries]), item.range, item.rest);
}

/** Kinds of configuration files, which have no metadata. */
const NAMELESS = /^(?:\w*Configuration|Policy|Config|Kustomization|Component|.*Config)$/;

function problemsOf(object: KubernetesObject, source: Source): readonly Diagnostic[] {
  if (object.name !== null || NAMELESS.test(object.kind) || entryOf(object.value, 'metadata') === undefined) return [];
  const message = `${object.kind} has no name: metadata.name and metadata.generateName are missing`;
  return [diagnosticAt(source, object.range.start, { severity: 'warning', code: 'kubernetes-name', message })];
}

/** Applied, the second of two objects replaces the first. Across files that is what overlays do. */
function repeatedObjects(objects: readonly KubernetesObject[], source: Source): readonly Diagnostic[] {
  const seen = new Set<string>();
  return objects.flatMap(({ apiVersion, kind, namespace, name, range }) => {
    const key = JSON.stringify([apiVersion, kind, namespace, name]);
    if (name === null || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `${kind} ${name} is declared twice in this file; the last one counts`;
    return [diagnosticAt(source, range.start, { severity: 'warning', code: 'duplicate-declaration', message })];
  });
}

function unreadable(path: string, kind: 'missing' | 'outside' | 'too-large' | 'binary'): Diagnostic {
  const why = {
    missing: 'the file does not exist',
    outside: 'the file lies outside of what is scanned',
    'too-large': 'the file is too large',
    binary: 'the file is binary',
  };
  const code = kind === 'missing' ? 'unreadable' : kind;
  return { severity: 'error', file: path, line: null, column: null, code, message: why[kind] };
}
