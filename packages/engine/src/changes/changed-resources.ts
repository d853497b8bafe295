/** Which of the resources that were read at two times can have other verdicts: those that differ, and whatever links to them. */
import type { AnyNode, Resource } from '@kumomori/model';

export interface ChangedResources {
  /** Keys of resources that are in both and differ. */
  readonly changed: ReadonlySet<string>;
  readonly added: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  /** Keys of later resources that are the same, but lead over links to some that differ or are new, and so do earlier ones to some that are gone. */
  readonly linked: ReadonlySet<string>;
}

/**
 * A verdict is a function of what a resource is made of and of what it links to, in whatever number of steps: all else has the verdicts of
 * before. Where in a file a value stands is no difference. O(nodes of both).
 */
export function changedResources(before: readonly Resource[], after: readonly Resource[]): ChangedResources {
  const earlier = new Map(before.map((resource) => [resource.key, textOf(resource)]));
  const later = new Set(after.map(({ key }) => key));
  const changed = new Set<string>();
  const added = new Set<string>();
  for (const resource of after) {
    const known = earlier.get(resource.key);
    if (known === undefined) added.add(resource.key);
    else if (known !== textOf(resource)) changed.add(resource.key);
  }
  const removed = new Set(earlier.keys().filter((key) => !later.has(key)));
  const linked = leadingTo(new Set([...changed, ...added]), after);
  return { changed, added, removed, linked };
}

/** Resources from which links lead to one of `goals`, without these themselves. */
function leadingTo(goals: ReadonlySet<string>, resources: readonly Resource[]): ReadonlySet<string> {
  const sources = new Map<string, string[]>();
  for (const { key, fields } of resources)
    for (const target of targetsIn(fields as AnyNode)) {
      const known = sources.get(target);
      if (known) known.push(key);
      else sources.set(target, [key]);
    }
  const found = new Set<string>();
  const open = [...goals];
  for (let key = open.pop(); key !== undefined; key = open.pop())
    for (const source of sources.get(key) ?? [])
      if (!goals.has(source) && !found.has(source)) {
        found.add(source);
        open.push(source);
      }
  return found;
}

function* targetsIn(node: AnyNode): Generator<string> {
  if (node.node === 'ref') {
    if (node.target !== null) yield node.target;
  } else if (node.node === 'list') for (const item of node.items) yield* targetsIn(item.node as AnyNode);
  else if (node.node === 'object')
    for (const each of Object.values(node.fields as Readonly<Record<string, AnyNode>>)) yield* targetsIn(each);
}

/** Everything of a resource that a check can see, and how it is called; not where it stands. */
function textOf({ type, name, account, region, tags, fields, ownPlaces }: Resource): string {
  const places = ownPlaces.map(({ address }) => address);
  return JSON.stringify([type, name, account, region, Object.entries(tags), places, plain(fields as AnyNode)]);
}

type Plain = string | number | boolean | null | readonly Plain[];

function plain(node: AnyNode): Plain {
  switch (node.node) {
    case 'leaf':
      return [node.state, scalar(node.value), node.reason?.code ?? null, node.reason?.detail ?? null, node.sensitive];
    case 'ref':
      return ['ref', node.target, node.reason?.detail ?? null];
    case 'list':
      return [
        'list',
        node.items.map(({ node: item, uncertain }) => [uncertain, plain(item as AnyNode)]),
        node.rest ? plain(node.rest) : null,
      ];
    case 'map':
      return ['map', [...node.entries].map(([key, value]) => [key, plain(value)]), node.rest ? plain(node.rest) : null];
    case 'object':
      return ['object', ...Object.entries(node.fields as Readonly<Record<string, AnyNode>>).map(([key, value]) => [key, plain(value)])];
  }
}

function scalar(value: unknown): Plain {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
