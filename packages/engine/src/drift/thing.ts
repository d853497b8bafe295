/** A declared block with everything the model sees in it: a role is a role, and its inline policies are a policy. */
import type { CodeRoot, DeclaredResource, RegisteredReader, Resource } from '@kumomori/model';
import { readerNames, referenceOf } from '@kumomori/model';
import type { ResourceSet } from '../checks/index.ts';

export interface Thing {
  readonly root: CodeRoot;
  readonly declared: DeclaredResource;
  /** What people mean by it. */
  readonly main: Resource;
  /** All that the model sees in it, `main` among them. */
  readonly views: readonly Resource[];
}

/** A root module, template, folder of manifests or live account, read. */
export interface Side {
  readonly root: CodeRoot;
  readonly things: readonly Thing[];
  /** Names of things that other blocks add to, which are not in this root themselves. */
  readonly stubs: readonly Resource[];
  readonly set: ResourceSet;
}

/** Types by which a thing is seen only as one of many: whatever has tags, holds data, may be locked. */
const GENERAL = /\.(?:core|governance|resource|shield)\./;

/** The things of a root, in the order of its resources. Data sources are no things: they are read, not managed. O(resources). */
export function sideOf(root: CodeRoot, set: ResourceSet, readers: readonly RegisteredReader[]): Side {
  const declared = new Map(root.resources.map((each) => [referenceOf(each), each]));
  const mainTypes = new Map(readers.map((each) => [each.type, typesOf(each)]));
  const views = new Map<DeclaredResource, Resource[]>();
  const stubs: Resource[] = [];
  for (const resource of set.byKey.values()) {
    const block = declared.get(resource.key.slice(`${root.dir}|${resource.type}|`.length));
    const types = mainTypes.get(resource.type);
    if (!block || block.mode === 'data' || !types) continue;
    if (types === ANCHORED) continue;
    if (!types.has(block.type.toLowerCase())) stubs.push(resource);
    else views.set(block, [...(views.get(block) ?? []), resource]);
  }
  const things = [...views].map(([block, all]): Thing => ({ root, declared: block, main: mainOf(all), views: all }));
  return { root, things, stubs, set };
}

/** Account-wide sums of many blocks are no thing that anybody makes or changes. */
const ANCHORED: ReadonlySet<string> = new Set();

function typesOf(reader: RegisteredReader): ReadonlySet<string> {
  const all = ([...readerNames, 'live'] as const).flatMap((name) => reader[name] ?? []);
  if (all.some((each) => each.anchor)) return ANCHORED;
  return new Set(all.flatMap(({ types }) => types.map((type) => type.toLowerCase())));
}

/** Among the views of a block the one that says most of it, general ones last. */
function mainOf(views: readonly Resource[]): Resource {
  const weight = ({ type, fields }: Resource): number => (GENERAL.test(type) ? 0 : 1000) + Object.keys(fields.fields).length;
  return views.reduce((best, each) => (weight(each) > weight(best) ? each : best));
}

export function isGeneral({ type }: Resource): boolean {
  return GENERAL.test(type);
}
