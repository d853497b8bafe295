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
  readonly byKey: ReadonlyMap<string, readonly Json[]>;
  readonly missing: Missing | null;
}

const known = new WeakMap<readonly (Json | Missing)[], Map<string, Known>>();

/** The last that has the text. Undefined: the listing has no such thing. Missing: it could not be read to the end. O(listing) once. */
export function lookUp(context: LiveContext, listing: Listing, text: string): Json | Missing | undefined {
  const { byKey, missing } = indexOf(context, listing);
  return byKey.get(text)?.at(-1) ?? missing ?? undefined;
}

/** All that have the text, and Missing at the end when there may be more. */
export function lookUpAll(context: LiveContext, listing: Listing, text: string): readonly (Json | Missing)[] {
  const { byKey, missing } = indexOf(context, listing);
  const found = byKey.get(text) ?? [];
  return missing ? [...found, missing] : found;
}

function indexOf(context: LiveContext, { call, items, key }: Listing): Known {
  const things = context.list(call, items);
  const indexes = known.get(things) ?? new Map<string, Known>();
  known.set(things, indexes);
  const listing = indexes.get(key) ?? index(things, key);
  indexes.set(key, listing);
  return listing;
}

function index(things: readonly (Json | Missing)[], key: string): Known {
  const byKey = new Map<string, Json[]>();
  let missing: Missing | null = null;
  for (const each of things) {
    if (each instanceof Missing) {
      missing = each;
      continue;
    }
    const text = textOf(each, key) ?? '';
    const same = byKey.get(text);
    if (same) same.push(each);
    else byKey.set(text, [each]);
  }
  return { byKey, missing };
}
