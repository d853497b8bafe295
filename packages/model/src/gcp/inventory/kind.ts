/** What the answers about one kind of thing become; the tables of `live.ts` consist of these. */
import type { Json, LiveContext, LiveProperties, LiveThing } from '../../live/index.ts';
import { textOf } from '../../live/index.ts';

/** One thing of an answer, whichever API it came from. */
export interface GcpThing {
  /** Its full resource name: `//storage.googleapis.com/orders-bucket`. */
  readonly id: string;
  /** Last part of its name. */
  readonly name: string;
  /** As the service's REST API gives it. */
  readonly body: Json;
  readonly context: LiveContext;
}

/** Type of a thing when that depends on what it says; null: it is left out. */
export interface TypeChoice {
  readonly types: readonly string[];
  of(thing: GcpThing): string | null;
}

export interface GcpKind {
  /** In Cloud Asset Inventory: `Bucket`, with its service when that is not the API's; several where it tells regional things apart. */
  readonly asset?: string | readonly string[];
  /** Where an answer of the REST listing holds the things, when that is not the operation: `items`, `items.*.instances`. */
  readonly items?: string;
  readonly type: string | TypeChoice;
  /** Full resource name of a REST body, when neither `name` nor `selfLink` gives it. */
  readonly id?: (body: Json, account: string) => string;
  /** By what else other things name it. */
  readonly names?: (thing: GcpThing) => readonly string[];
  /** What the provider writes otherwise than the API; goes over the members of the body. */
  readonly properties?: (thing: GcpThing) => LiveProperties;
  /** Things that the same body tells of. */
  readonly also?: { readonly types: readonly string[]; readonly things: (thing: GcpThing) => readonly LiveThing[] };
  /** Its IAM policy is a satellite that names it by this attribute. */
  readonly grantsBy?: string;
}

/** The provider has a type of its own for what belongs to a region. */
export function byRegion(everywhere: string, regional: string): TypeChoice {
  return {
    types: [everywhere, regional],
    of: ({ body }) => (textOf(body, 'region') !== undefined && textOf(body, 'zone') === undefined ? regional : everywhere),
  };
}
