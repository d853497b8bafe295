/** Resources that nobody answers for: in no code or state, without an owner's tag, made by hand. */
import type { RegisteredReader } from '@kumomori/model';
import type { Change, Side, Thing } from '../drift/index.ts';
import { defaultNetworks, isPartOf, isSetting, madeByCloud } from '../drift/index.ts';
import { isConsole } from './creation.ts';

export type OrphanReasonKind = 'unmanaged' | 'no-owner' | 'console';

export interface OrphanReason {
  readonly kind: OrphanReasonKind;
  readonly points: number;
  /** Of `console`: who made it, and when. */
  readonly change: Change | null;
}

export interface Orphan {
  readonly thing: Thing;
  /** Sum of the points. */
  readonly score: number;
  readonly reasons: readonly OrphanReason[];
}

export interface Orphans {
  /** The highest score first, then by address. */
  readonly orphans: readonly Orphan[];
  /** How many resources were looked at: without what the cloud or a service made. */
  readonly resources: number;
  /** Of these the tags are not known: nothing is said of their owner. */
  readonly unknownTags: number;
}

export interface OrphanOptions {
  readonly readers: readonly RegisteredReader[];
  /** Null: there is no code and no state to compare with. */
  readonly unmanaged: ReadonlySet<Thing> | null;
  readonly isOwner: (tag: string) => boolean;
  readonly madeBy: (thing: Thing) => Change | null;
}

/** What nobody wrote down weighs most; that it was clicked together adds to it. */
const POINTS: Readonly<Record<OrphanReasonKind, number>> = { unmanaged: 3, console: 2, 'no-owner': 1 };

/** O(resources). */
export function orphansIn(live: readonly Side[], { readers, unmanaged, isOwner, madeBy }: OrphanOptions): Orphans {
  const writable = new Set(
    readers
      .filter((each) => [each.terraform, each.cloudformation, each.arm, each.kubernetes].some((reader) => reader !== undefined))
      .map(({ type }) => type),
  );
  const networks = defaultNetworks(live);
  const things = live
    .flatMap((side) => side.things)
    .filter(
      (thing) => writable.has(thing.main.type) && !isSetting(thing) && madeByCloud(thing) === null && !isPartOf(thing.declared, networks),
    );
  let unknownTags = 0;
  const orphans = things.flatMap((thing): readonly Orphan[] => {
    const tags = tagsOf(thing);
    if (tags === 'unknown') unknownTags += 1;
    const change = madeBy(thing);
    const kinds: readonly OrphanReasonKind[] = [
      ...(unmanaged?.has(thing) === true ? (['unmanaged'] as const) : []),
      ...(change && isConsole(change) ? (['console'] as const) : []),
      ...(Array.isArray(tags) && !tags.some(isOwner) ? (['no-owner'] as const) : []),
    ];
    if (kinds.length === 0) return [];
    const reasons = kinds.map((kind) => ({ kind, points: POINTS[kind], change: kind === 'console' ? change : null }));
    return [{ thing, score: reasons.reduce((sum, { points }) => sum + points, 0), reasons }];
  });
  const byAddress = (one: Orphan, other: Orphan): number => (one.thing.declared.address < other.thing.declared.address ? -1 : 1);
  return {
    orphans: orphans.toSorted((one, other) => other.score - one.score || byAddress(one, other)),
    resources: things.length,
    unknownTags,
  };
}

const TAG_ATTRIBUTES = ['Tags', 'tags', 'labels', 'user_labels', 'FileSystemTags', 'HostedZoneTags', 'UserPoolTags', 'resource_labels'];

/** Keys of the tags; null for what has none by its nature. */
function tagsOf({ declared, main, views }: Thing): readonly string[] | 'unknown' | null {
  const written = TAG_ATTRIBUTES.map((name) => declared.block.attributes.get(name)?.value).find((value) => value !== undefined);
  if (written?.kind === 'unknown' || (declared.block.rest && !written)) return 'unknown';
  const takesTags = [main, ...views].some(({ fields }) => 'tags' in fields.fields || 'labels' in fields.fields);
  if (!takesTags) return null;
  return views.flatMap(({ tags }) => Object.keys(tags));
}

/** `Owner`, `team`, `example:service-owner`: the last word of the key counts. */
export function isOwnerTag(key: string): boolean {
  return /(?:^|[^a-z])(?:owners?|owned-?by|team|squad|contact)$/i.test(key) || /[a-z](?:Owner|Team|Contact)$/.test(key);
}
