/** Finds one of the things that a listing told of, by one of its members. */
import type { Json } from './json.ts';
import { textOf } from './json.ts';
import type { LiveContext } from './projection.ts';
import { Missing } from './projection.ts';

interface Listing {
  /** `iam:ListUsers` */
  readonly call: string;
  /** `Users` */
  readonly items: string;
  /** `UserName` */
  readonly key: string;
}

interface Known {
  readonly byKey: ReadonlyMap<string, Json>;
  readonly missing: Missing | null;
}

const known = new WeakMap<readonly (Json | Missing)[], Map<string, Known>>();

/** Undefined: the listing has no such thing. Missing: it could not be read to the end. O(listing) once. */
export function lookUp(context: LiveContext, { call, items, key }: Listing, text: string): Json | Missing | undefined {
  const things = context.list(call, items);
  const indexes = known.get(things) ?? new Map<string, Known>();
  known.set(things, indexes);
  const listing = indexes.get(key) ?? index(things, key);
  indexes.set(key, listing);
  return listing.byKey.get(text) ?? listing.missing ?? undefined;
}

function index(things: readonly (Json | Missing)[], key: string): Known {
  const byKey = new Map<string, Json>();
  let missing: Missing | null = null;
  for (const each of things) {
    if (each instanceof Missing) missing = each;
    else byKey.set(textOf(each, key) ?? '', each);
  }
  return { byKey, missing };
}
