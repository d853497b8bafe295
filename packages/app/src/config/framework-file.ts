/** A framework of the user's own: a YAML file (docs/reports.md). */
import type { Framework, Text } from '@kumomori/model';
import type { Catalogue } from '../catalogue/index.ts';
import { selectChecks } from '../catalogue/index.ts';
import type { ConfigPath } from './document.ts';
import type { Written, WrittenFile } from './written.ts';
import { readWritten } from './written.ts';

const KEYS = ['id', 'version', 'name', 'controls'];
const CONTROL_KEYS = ['id', 'title', 'checks', 'manual'];
const LANGUAGES = ['en', 'ja'];

export interface FrameworkFileOptions extends WrittenFile {
  readonly catalogue: Catalogue;
}

/** Throws AppError `config-missing` and `config-invalid`. */
export function readFrameworkFile({ catalogue, ...file }: FrameworkFileOptions): Framework {
  const written = readWritten(file);
  return frameworkOf(written, catalogue);
}

function frameworkOf(written: Written, catalogue: Catalogue): Framework {
  const { frameworkFile } = written.messages.reports;
  written.map([], KEYS);
  const id = written.text(['id']);
  if (!/^[a-z0-9][a-z0-9.-]{0,63}$/.test(id)) throw written.error(['id'], frameworkFile.wrongId);
  const version = written.text(['version']);
  if (!/^[\w.-]{1,32}$/.test(version)) throw written.error(['version'], frameworkFile.wrongId);
  if (catalogue.frameworks.some((each) => each.id === id && each.version.toLowerCase() === version.toLowerCase()))
    throw written.error(['id'], frameworkFile.taken(`${id}@${version}`));
  const name = textIn(written, ['name']);
  const controls: Record<string, readonly string[]> = {};
  const titles: Record<string, Text> = {};
  const questions: Record<string, Text> = {};
  for (const index of written.list(['controls']).keys()) {
    const path: ConfigPath = ['controls', index];
    written.map(path, CONTROL_KEYS);
    const control = written.text([...path, 'id']);
    if (Object.hasOwn(controls, control)) throw written.error([...path, 'id'], frameworkFile.twice(control));
    controls[control] = checksIn(written, [...path, 'checks'], catalogue);
    titles[control] = textIn(written, [...path, 'title']);
    if (written.at([...path, 'manual']) !== undefined) questions[control] = textIn(written, [...path, 'manual']);
  }
  const texts = { name, about: null, groups: {}, titles, questions };
  return { id, version, name: name.en, mapping: 'own', complete: true, controls, texts };
}

/** One text for both languages, or one for each. */
function textIn(written: Written, path: ConfigPath): Text {
  if (typeof written.at(path) === 'string') {
    const text = written.text(path);
    return { en: text, ja: text };
  }
  written.map(path, LANGUAGES);
  const en = written.optional([...path, 'en']);
  const ja = written.optional([...path, 'ja']);
  return { en: en ?? ja ?? written.text([...path, 'en']), ja: ja ?? en ?? written.text([...path, 'ja']) };
}

/** Ids, earlier ids, ids of other scanners, wildcards, `severity:high`, `framework:cis-aws@5.0`. */
function checksIn(written: Written, path: ConfigPath, catalogue: Catalogue): readonly string[] {
  if (written.at(path) === undefined) return [];
  const found = new Set<string>();
  for (const index of written.list(path).keys()) {
    const selector = written.text([...path, index]);
    const selected = selectChecks(selector, catalogue, ({ check }) => check.severity);
    if (selected.kind === 'unknown')
      throw written.error([...path, index], written.messages.unknown[selected.what](selected.name, selected.suggestion));
    for (const id of selected.ids) found.add(id);
  }
  return [...found];
}
