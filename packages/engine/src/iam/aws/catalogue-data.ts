/** The generated catalogue of actions (scripts/iam-actions.ts) as the engine's ActionCatalogue. */
import type { AccessLevel, ActionCatalogue, ActionInfo, ActionResourceType } from './catalogue.ts';

/** `[name, ARN templates, condition keys]`: numbers into `texts` and `lists`. */
type PackedResourceType = readonly [number, number, number];
/** `[name, required, condition keys, dependent actions]`. */
type PackedActionResource = readonly [number, 0 | 1, number, number];
/** `[name, access level, resource types, condition keys, dependent actions]`. */
type PackedAction = readonly [string, number, readonly PackedActionResource[], number, number];
/** `[service, resource types, condition keys and their types in turn, actions]`. */
type PackedService = readonly [string, readonly PackedResourceType[], readonly number[], readonly PackedAction[]];

/** What `iam-actions.generated.ts` holds as JSON. */
export interface ActionCatalogueData {
  readonly version: string;
  readonly updatedAt: string;
  readonly texts: readonly string[];
  readonly lists: readonly (readonly number[])[];
  readonly services: readonly PackedService[];
  readonly rcp: readonly string[];
}

const LEVELS: readonly AccessLevel[] = ['Read', 'List', 'Write', 'Tagging', 'Permissions management'];

interface Entry {
  readonly name: string;
  readonly service: PackedService;
  readonly action: PackedAction;
}

/** About 20 ms for 22,000 actions; `data` is kept. Give it the parsed JSON of content's `loadIamActions`. */
export function createActionCatalogue(data: ActionCatalogueData): ActionCatalogue {
  const entries = data.services
    .flatMap((service) => service[3].map((action): Entry => ({ name: `${service[0]}:${action[0]}`.toLowerCase(), service, action })))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const numbers = new Map(entries.map(({ name }, index) => [name, index]));
  const services = new Map(data.services.map((service) => [service[0], service]));
  const rcp = new Set(data.rcp);
  const texts = (list: number): readonly string[] => (data.lists[list] ?? []).map((text) => data.texts[text] ?? '');
  const infos = new Map<number, ActionInfo>();
  const keys = new Map<string, ReadonlyMap<string, string>>();
  return {
    updatedAt: data.updatedAt,
    size: entries.length,
    names: entries.map(({ name }) => name),
    indexOf: (action) => numbers.get(action) ?? numbers.get(action.toLowerCase()),
    info(index) {
      const known = infos.get(index);
      if (known) return known;
      const entry = entries[index];
      if (!entry) throw new RangeError(`no action has the number ${index}`);
      const info = infoOf(entry, data, texts);
      infos.set(index, info);
      return info;
    },
    isWithoutResource: (index) => entries[index]?.action[2].length === 0,
    hasService: (service) => services.has(service.toLowerCase()),
    conditionKeysOf(service) {
      const name = service.toLowerCase();
      const known = keys.get(name);
      if (known) return known;
      const packed = services.get(name)?.[2] ?? [];
      const pairs = packed.flatMap((key, at) =>
        at % 2 === 0 ? [[data.texts[key] ?? '', data.texts[packed[at + 1] ?? -1] ?? ''] as const] : [],
      );
      const made = new Map(pairs);
      keys.set(name, made);
      return made;
    },
    supportsRcp: (service) => rcp.has(service.toLowerCase()),
  };
}

function infoOf({ service, action }: Entry, data: ActionCatalogueData, texts: (list: number) => readonly string[]): ActionInfo {
  const [name, level, resources, conditionKeys, dependentActions] = action;
  const types = resources.map(([type, required, keys, dependents]): ActionResourceType => {
    const own = service[1].filter(([key]) => key === type);
    return {
      name: data.texts[type] ?? '',
      required: required === 1,
      arns: own.flatMap(([, arns]) => texts(arns)),
      conditionKeys: [...new Set([...texts(keys), ...own.flatMap(([, , ofType]) => texts(ofType))])],
      dependentActions: texts(dependents),
    };
  });
  return {
    action: `${service[0]}:${name}`,
    service: service[0],
    accessLevel: LEVELS[level] ?? 'Write',
    resourceTypes: types,
    conditionKeys: texts(conditionKeys),
    dependentActions: texts(dependentActions),
  };
}
