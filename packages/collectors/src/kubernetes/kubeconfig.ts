/** Files that say which clusters there are and who asks: read, merged as kubectl merges them, narrowed. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, isAbsolute, join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { CollectError } from '../collecting.ts';

/** A mapping of a kubeconfig, and the folder that its relative paths count from. */
export interface ConfigEntry {
  readonly fields: Fields;
  readonly folder: string;
}
export type Fields = Readonly<Record<string, unknown>>;

export interface Kubeconfig {
  readonly currentContext: string | null;
  readonly contexts: ReadonlyMap<string, ConfigEntry>;
  readonly clusters: ReadonlyMap<string, ConfigEntry>;
  readonly users: ReadonlyMap<string, ConfigEntry>;
}

/** No kubeconfig that people write is larger. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The files of a path list, else of `KUBECONFIG`, else `~/.kube/config`. Of an entry that several files have, the first one's counts. A file
 * that is missing is skipped when the list comes from the environment. Null: there is none at all.
 */
export function loadKubeconfig(list: string | undefined, environment: NodeJS.ProcessEnv): Kubeconfig | null {
  const named = list ?? environment['KUBECONFIG'];
  const paths = named ? named.split(delimiter).filter((path) => path !== '') : [join(environment['HOME'] ?? homedir(), '.kube', 'config')];
  const texts = paths.flatMap((path) => {
    const text = readText(path, list !== undefined);
    return text === null ? [] : [{ text, path: resolve(path) }];
  });
  return texts.length === 0 ? null : merge(texts.map(({ text, path }) => parseKubeconfig(text, path)));
}

function readText(path: string, isRequired: boolean): string | null {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.length > MAX_BYTES) throw new CollectError('usage', `${path} is too large for a kubeconfig`);
    return text;
  } catch (error) {
    if (error instanceof CollectError) throw error;
    if (!isRequired && (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new CollectError('usage', `the kubeconfig ${path} cannot be read`, error);
  }
}

/** One text, YAML or JSON. `path`: what relative paths count from, and what messages name. */
export function parseKubeconfig(text: string, path: string): Kubeconfig {
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  // Neither the message nor the place: both would show a part of a file that holds keys.
  if (error) throw new CollectError('usage', `the kubeconfig ${path} is no valid YAML (${error.code})`);
  const root = fieldsOf(toPlain(document, path));
  if (!root || (root['kind'] !== undefined && root['kind'] !== 'Config')) throw new CollectError('usage', `${path} is no kubeconfig`);
  const folder = dirname(path);
  const current = root['current-context'];
  return {
    currentContext: typeof current === 'string' && current !== '' ? current : null,
    contexts: entriesOf(root['contexts'], 'context', folder),
    clusters: entriesOf(root['clusters'], 'cluster', folder),
    users: entriesOf(root['users'], 'user', folder),
  };
}

function toPlain(document: ReturnType<typeof parseDocument>, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new CollectError('usage', `the kubeconfig ${path} repeats itself too often`, error);
  }
}

function entriesOf(list: unknown, key: string, folder: string): ReadonlyMap<string, ConfigEntry> {
  const entries = new Map<string, ConfigEntry>();
  for (const each of Array.isArray(list) ? (list as readonly unknown[]) : []) {
    const named = fieldsOf(each);
    const name = named?.['name'];
    const fields = fieldsOf(named?.[key]);
    if (typeof name === 'string' && !entries.has(name)) entries.set(name, { fields: fields ?? {}, folder });
  }
  return entries;
}

function merge(configs: readonly Kubeconfig[]): Kubeconfig {
  // The first one counts, and of a Map made from pairs the last: so the other way round.
  const reversed = configs.toReversed();
  return {
    currentContext: configs.find(({ currentContext }) => currentContext !== null)?.currentContext ?? null,
    contexts: new Map(reversed.flatMap(({ contexts }) => [...contexts])),
    clusters: new Map(reversed.flatMap(({ clusters }) => [...clusters])),
    users: new Map(reversed.flatMap(({ users }) => [...users])),
  };
}

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** A text that is written and not empty. */
export function textIn({ fields }: { readonly fields: Fields }, key: string): string | null {
  const value = fields[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** `NAME-data` (Base64) before the file that `NAME` names; null when neither is written. */
export function materialIn(entry: ConfigEntry, key: string): string | null {
  const inline = textIn(entry, `${key}-data`);
  if (inline !== null) return Buffer.from(inline, 'base64').toString('utf8');
  const file = textIn(entry, key);
  return file === null ? null : readMaterial(pathFrom(entry.folder, file));
}

export function readMaterial(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CollectError('credentials', `the file ${path}, which the kubeconfig names, cannot be read`, error);
  }
}

export function pathFrom(folder: string, path: string): string {
  return isAbsolute(path) ? path : resolve(folder, path);
}
