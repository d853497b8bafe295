/** Tables of kinds → sources of live things. The answers are listings of the service's own REST API or pages of Cloud Asset Inventory. */
import type { Json, LiveContext, LiveProperties, LiveSource, LiveThing } from '../../live/index.ts';
import { Missing, isJsonObject, itemsAt, memberOf, textOf } from '../../live/index.ts';
import type { GcpKind, GcpThing } from './kind.ts';
import { grantsOn, grantTypes } from './policies.ts';
import { lastPart, membersInTerms, pathOf } from './words.ts';

/** Error codes by which a project says that it has none: the API is not switched on, or what was listed inside of is gone. */
export const NOTHING_THERE: readonly string[] = ['SERVICE_DISABLED', 'NOT_FOUND'];

/** A live source, and what collectors and importers must know of it. */
export interface GcpSource extends LiveSource {
  /** Asset types in Cloud Asset Inventory; none when it does not know them. */
  readonly assets: readonly string[];
  /** Where an answer of the REST listing holds the things. */
  readonly listed: string;
  /** Its IAM policies are asked for. */
  readonly hasPolicy: boolean;
  /** Full resource name of a body. */
  idOf(body: Json, account: string): string;
}

/** `{ buckets: { asset: 'Bucket', … } }` of `storage.googleapis.com`; the keys are the operations that snapshots name. */
export function gcpSources(service: string, kinds: Readonly<Record<string, GcpKind>>): readonly GcpSource[] {
  return Object.entries(kinds).map(([operation, kind]) => sourceOf(service, operation, kind));
}

function sourceOf(service: string, operation: string, kind: GcpKind): GcpSource {
  const { asset = [], items: listed = operation, type, grantsBy, also } = kind;
  const call = `${service}:${operation}`;
  const own = typeof type === 'string' ? [type] : type.types;
  const grants = grantsBy === undefined ? [] : own.flatMap(grantTypes);
  const idOf = (body: Json, account: string): string => kind.id?.(body, account) ?? defaultId(body, { service, operation, account });
  return {
    call,
    items: '',
    types: [...own, ...grants, ...(also?.types ?? [])],
    absent: NOTHING_THERE,
    assets: [asset].flat().map((each) => (each.includes('/') ? each : `${service}/${each}`)),
    listed,
    hasPolicy: grantsBy !== undefined,
    idOf,
    declare: (page, context) =>
      entriesOf(page, listed).flatMap(({ name, body }) => {
        const id = name ?? idOf(body, context.account);
        return thingsOf(kind, { id, name: nameOf(body, id), body, context }, call);
      }),
  };
}

interface Entry {
  /** Given by Cloud Asset Inventory. */
  readonly name: string | null;
  readonly body: Json;
}

/** The things of an answer: assets of the inventory, or elements of a REST listing (`*`: every member of an object). */
export function entriesOf(page: Json, listed: string): readonly Entry[] {
  if (Array.isArray(memberOf(page, 'assets')))
    return itemsAt(page, 'assets').flatMap((asset) => {
      const body = memberOf(memberOf(asset, 'resource'), 'data');
      return body === undefined ? [] : [{ name: textOf(asset, 'name') ?? null, body }];
    });
  const [outer = '', inner] = listed.split('.*.');
  // Listings of one place give a plain list where those of all places have one for each.
  const isPlain = inner === undefined || Array.isArray(memberOf(page, outer));
  const bodies = isPlain ? itemsAt(page, outer) : itemsAt(page, outer).flatMap((each) => membersOf(each, inner));
  // An empty object is an answer that tells of nothing.
  return bodies.filter((body) => isJsonObject(body) && Object.keys(body).length > 0).map((body) => ({ name: null, body }));
}

function membersOf(map: Json, path: string): readonly Json[] {
  return isJsonObject(map) ? Object.values(map).flatMap((each) => itemsAt(each, path)) : [];
}

function defaultId(body: Json, { service, operation, account }: { service: string; operation: string; account: string }): string {
  const path = [textOf(body, 'selfLink'), textOf(body, 'name')].map((each) => pathOf(each ?? '')).find((each) => /^\w+\/[^/]/.test(each));
  if (path !== undefined && /^(?:projects|folders|organizations|accessPolicies)\//.test(path)) return `//${service}/${path}`;
  return `//${service}/projects/${account}/${operation}/${textOf(body, 'name') ?? textOf(body, 'id') ?? 'unnamed'}`;
}

function nameOf(body: Json, id: string): string {
  const name = textOf(body, 'name');
  return lastPart(name === undefined || name === '' ? id : name);
}

function thingsOf(kind: GcpKind, thing: GcpThing, call: string): readonly LiveThing[] {
  const { type } = kind;
  const chosen = typeof type === 'string' ? type : type.of(thing);
  const also = kind.also?.things(thing) ?? [];
  if (chosen === null) return also;
  const { id, body, context } = thing;
  const location = locationOf(body, id);
  const properties: LiveProperties = {
    ...membersInTerms(body),
    name: thing.name,
    ...places(body, location),
    ...kind.properties?.(thing),
  };
  // What it is called where its own name is a number.
  const name = typeof properties['name'] === 'string' ? properties['name'] : thing.name;
  const main: LiveThing = { type: chosen, id, name, names: namesOf(kind, thing), region: regionOf(location), properties };
  const parent = kind.grantsBy === undefined ? null : { type: chosen, attribute: kind.grantsBy };
  return [main, ...(parent ? grantsOn({ ...parent, id, name, value: id }, { context, call }) : []), ...also];
}

function namesOf(kind: GcpKind, thing: GcpThing): readonly string[] {
  const { id, body } = thing;
  const own = [textOf(body, 'name'), textOf(body, 'selfLink')].flatMap((each) => (each === undefined ? [] : [each, pathOf(each)]));
  return [...new Set([pathOf(id), ...own, ...(kind.names?.(thing) ?? [])])];
}

/** Where it says that it is; else what its name says. */
function locationOf(body: Json, id: string): string {
  const said = ['location', 'locationId', 'region', 'zone']
    .map((key) => textOf(body, key))
    .find((each) => each !== undefined && each !== '');
  return lastPart(said ?? /\/(?:locations|regions|zones)\/([^/]+)/.exec(id)?.[1] ?? 'global');
}

/** Zones count as their region; BigQuery and Cloud Storage write theirs in capitals. */
function regionOf(location: string): string {
  return location.toLowerCase().replace(/^([a-z]+-[a-z]+\d+)-[a-z]$/, '$1');
}

/** The provider writes names where the API gives URLs. */
function places(body: Json, location: string): LiveProperties {
  const short = (key: string): LiveProperties => {
    const text = textOf(body, key);
    return text === undefined ? {} : { [key]: lastPart(text) };
  };
  return { location, ...short('region'), ...short('zone') };
}

/** Everything that was listed of a kind in this account, for a thing that consists of it. The last element is Missing when it is not all. */
export function everyBody(context: LiveContext, call: string, listed: string): readonly (Json | Missing)[] {
  return context.list(call, '', NOTHING_THERE).flatMap((page): readonly (Json | Missing)[] => {
    if (page instanceof Missing) return [page];
    return entriesOf(page, listed).map(({ name, body }) => (isJsonObject(body) && name !== null ? { ...body, assetName: name } : body));
  });
}
