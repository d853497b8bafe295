/**
 * Parameter files beside a template, found by name. They are read only when there is no doubt which one is meant: one file of the usual
 * names, all of whose keys the template declares. Files for one environment of several are given by the user.
 */
import type { Value } from '@kumomori/model';
import { readJsonDocument, readYamlDocuments } from '../documents/index.ts';
import type { FileTree } from '../file-tree.ts';
import type { CodeFile } from '../format.ts';
import type { Template } from './template.ts';

export interface ParameterFile {
  readonly file: CodeFile;
  readonly values: ReadonlyMap<string, Value>;
}

/** Null when there is no file, or more than one, or one of another template. */
export function parameterFileOf(template: Template, tree: FileTree): ParameterFile | null {
  const found = namesFor(template.path).filter((path) => tree.read(path).kind === 'text');
  const [path] = found;
  return path !== undefined && found.length === 1 ? readParameterFile(path, template, tree) : null;
}

export function readParameterFile(path: string, template: Template, tree: FileTree): ParameterFile | null {
  const read = tree.read(path);
  if (read.kind !== 'text') return null;
  const source = { path, text: read.text };
  const { documents, comments, diagnostics } = /\.ya?ml$/i.test(path) ? readYamlDocuments(source) : readJsonDocument(source);
  const values = documents[0] && diagnostics.length === 0 ? valuesIn(documents[0].value) : null;
  if (values === null || values.size === 0) return null;
  const { Parameters: declared } = template.sections;
  return [...values.keys()].every((key) => declared.entries.has(key)) ? { file: { source, comments }, values } : null;
}

/** `orders.yaml` → `orders.parameters.json`, `orders-params.yaml`, `parameters/orders.json` … */
function namesFor(path: string): readonly string[] {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const name = path.slice(slash).replace(/(?:\.template)?\.[^.]+$/, '');
  const stems = ['.parameters', '-parameters', '.params', '-params'].map((ending) => `${folder}${name}${ending}`);
  const folders = ['parameters', 'params'].map((each) => `${folder}${each}/${name}`);
  return [...stems, ...folders].flatMap((stem) => ['json', 'yaml', 'yml'].map((extension) => `${stem}.${extension}`));
}

/** `[{ ParameterKey, ParameterValue }]`, `{ Parameters: { Key: Value } }` or `{ Parameters: [...] }`; null for anything else. */
function valuesIn(document: Value): ReadonlyMap<string, Value> | null {
  const parameters = document.kind === 'map' ? document.entries.get('Parameters') : document;
  const values = new Map<string, Value>();
  if (parameters?.kind === 'map') {
    for (const [key, value] of parameters.entries) if (value.kind !== 'null') values.set(key, value);
    return values;
  }
  if (parameters?.kind !== 'list') return null;
  for (const item of parameters.items) {
    if (item.kind === 'string') {
      const [, key, text] = /^([A-Za-z0-9]+)=(.*)$/s.exec(item.value) ?? [];
      if (key !== undefined && text !== undefined) values.set(key, { ...item, value: text });
      continue;
    }
    const key = item.kind === 'map' ? item.entries.get('ParameterKey') : undefined;
    const value = item.kind === 'map' ? item.entries.get('ParameterValue') : undefined;
    if (key?.kind === 'string' && value && value.kind !== 'null') values.set(key.value, value);
  }
  return values;
}
