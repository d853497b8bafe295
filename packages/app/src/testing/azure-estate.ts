/** Azure as its API would show what a template deploys: resources of an evaluated template → recorded answers of a collection. */
import type { AzureCall, CallPlace, DeclaredResource, Json, JsonObject, RecordedCall, RecordedCalls, Value } from '@kumomori/model';
import {
  azureCalls,
  azurePathOf,
  azurePlaceOf,
  azureRequestOf,
  everythingCall,
  isJsonObject,
  jsonAt,
  meetsCondition,
} from '@kumomori/model';

export const SUBSCRIPTION = '11111111-2222-3333-4444-555555555555';
const ROOT = `/subscriptions/${SUBSCRIPTION}`;

export type AzureBody = JsonObject & { readonly id: string; readonly type: string };

/** A template says something that nobody can know before it is deployed. */
export class NotLiteral extends Error {}

/** What the subscription itself holds, not a resource group. */
const OF_SUBSCRIPTION =
  /^microsoft\.(?:security\/(?:pricings|securitycontacts|settings)|insights\/(?:logprofiles|diagnosticsettings)|authorization\/.*)$/i;
/** Said when something is set up, never answered. */
const WRITE_ONLY = /^(?:administratorLoginPassword|sqlAdministratorLoginPassword|adminPassword|customData)$/i;
/** Children that stand in the answer about their parent: where. */
const EMBEDDED: Readonly<Record<string, readonly string[]>> = {
  'microsoft.network/virtualnetworks/subnets': ['properties', 'subnets'],
  'microsoft.network/networksecuritygroups/securityrules': ['properties', 'securityRules'],
  'microsoft.containerservice/managedclusters/agentpools': ['properties', 'agentPoolProfiles'],
  'microsoft.compute/virtualmachinescalesets/extensions': ['properties', 'virtualMachineProfile', 'extensionProfile', 'extensions'],
};
const LIKE_TEMPLATES = new Set(['parent', 'scope', 'apiversion', 'name', 'id']);

/** Throws NotLiteral. */
export function deployed(resources: readonly DeclaredResource[]): readonly AzureBody[] {
  const byReference = new Map(resources.map((each) => [each.reference ?? each.address, each]));
  const idOf = (resource: DeclaredResource): string => idWithin(resource, byReference, idOf);
  const bodies = resources
    .filter(({ type }) => type.includes('/'))
    .map((resource): AzureBody => {
      if (resource.block.uncertain || resource.mode === 'data') throw new NotLiteral(resource.address);
      const members = [...resource.block.attributes].filter(([key]) => !LIKE_TEMPLATES.has(key.toLowerCase()));
      const id = idOf(resource);
      const written = Object.fromEntries(members.map(([key, { value }]) => [key, toJson(value, byReference, idOf)]));
      return { location: 'japaneast', ...written, id, name: id.split('/').at(-1) ?? '', type: resource.type };
    });
  return embedded([...bodies, ...missingParents(bodies)]).flatMap((body) => answered(body, bodies));
}

function idWithin(
  resource: DeclaredResource,
  byReference: ReadonlyMap<string, DeclaredResource>,
  idOf: (resource: DeclaredResource) => string,
): string {
  const { type, block } = resource;
  const name = block.attributes.get('name')?.value;
  if (name?.kind !== 'string') throw new NotLiteral('a name');
  if (/^microsoft\.resources\/resourcegroups$/i.test(type)) return `${ROOT}/resourceGroups/${name.value}`;
  const scope = block.attributes.get('scope')?.value;
  const target = scope?.refs[0] && byReference.get(scope.refs[0].address);
  if (scope && !target) throw new NotLiteral('a scope outside of the template');
  const base = target ? idOf(target) : OF_SUBSCRIPTION.test(type) ? ROOT : `${ROOT}/resourceGroups/orders`;
  const [namespace, ...types] = type.split('/');
  const names = name.value.split('/');
  if (types.length !== names.length) throw new NotLiteral('a name of other parts than its type');
  return `${base}/providers/${namespace}/${types.map((word, index) => `${word}/${names[index]}`).join('/')}`;
}

function toJson(value: Value, byReference: ReadonlyMap<string, DeclaredResource>, idOf: (resource: DeclaredResource) => string): Json {
  const [ref] = value.refs;
  const target = ref && byReference.get(ref.address);
  if (target && value.kind !== 'map' && value.kind !== 'list') {
    if (ref.attribute !== 'id' && ref.attribute !== '') throw new NotLiteral(ref.attribute);
    return idOf(target);
  }
  switch (value.kind) {
    case 'null':
      return null;
    case 'string':
    case 'number':
    case 'bool':
      return value.value;
    case 'list':
    case 'set':
      if (value.rest) throw new NotLiteral('a list');
      return value.items.map((item) => toJson(item, byReference, idOf));
    case 'map':
      if (value.rest) throw new NotLiteral('an object');
      return Object.fromEntries(
        [...value.entries].filter(([key]) => !WRITE_ONLY.test(key)).map(([key, item]) => [key, toJson(item, byReference, idOf)]),
      );
    default:
      throw new NotLiteral(value.kind);
  }
}

/** Whatever stands below something is below something that there is. */
function missingParents(bodies: readonly AzureBody[]): readonly AzureBody[] {
  const known = new Set(bodies.map(({ id }) => id.toLowerCase()));
  const added: AzureBody[] = [];
  for (const { id, type } of bodies) {
    const words = id.split('/');
    const kinds = type.split('/');
    for (let above = kinds.length - 1; above >= 2; above--) {
      const parent = words.slice(0, words.length - 2 * (kinds.length - above)).join('/');
      if (known.has(parent.toLowerCase())) continue;
      known.add(parent.toLowerCase());
      const parentType = kinds.slice(0, above).join('/');
      const sku = skuOf(parentType, kinds[above] ?? '');
      const name = parent.split('/').at(-1) ?? '';
      added.push({ id: parent, type: parentType, name, location: 'japaneast', properties: {}, synthetic: true, ...sku });
    }
  }
  return added;
}

/** Products that one type is have different children. */
function skuOf(type: string, child: string): JsonObject {
  if (type === 'Microsoft.Cdn/profiles') return { sku: { name: child === 'endpoints' ? 'Standard_Microsoft' : 'Standard_AzureFrontDoor' } };
  return type === 'Microsoft.AppPlatform/Spring' ? { sku: { name: 'E0', tier: 'Enterprise' } } : {};
}

function embedded(bodies: readonly AzureBody[]): readonly AzureBody[] {
  const own = new Map<string, JsonObject[]>();
  for (const body of bodies) {
    const path = EMBEDDED[body.type.toLowerCase()];
    if (path) own.set(parentOf(body.id), [...(own.get(parentOf(body.id)) ?? []), body]);
  }
  return bodies.flatMap((body): AzureBody[] => {
    if (EMBEDDED[body.type.toLowerCase()]) return [];
    const children = own.get(body.id.toLowerCase());
    const path = EMBEDDED[String(children?.[0]?.['type']).toLowerCase()];
    const named = { ...body, ...withIds(body) };
    return [path && children ? ({ ...added(named, path, children), id: body.id, type: body.type } as AzureBody) : named];
  });
}

/** Subnets written inside of their network have ids too. */
function withIds(body: AzureBody): JsonObject {
  const subnets = jsonAt(body, 'properties.subnets');
  if (!Array.isArray(subnets)) return {};
  const listed = (subnets as readonly Json[]).map((each) =>
    isJsonObject(each) ? { ...each, id: `${body.id}/subnets/${String(each['name'])}` } : each,
  );
  return { properties: { ...(body['properties'] as JsonObject), subnets: listed } };
}

function added(json: JsonObject, [step = '', ...rest]: readonly string[], children: readonly Json[]): JsonObject {
  const inner = json[step];
  if (rest.length === 0) return { ...json, [step]: [...(Array.isArray(inner) ? (inner as readonly Json[]) : []), ...children] };
  return { ...json, [step]: added(isJsonObject(inner) ? inner : {}, rest, children) };
}

/** What the API answers and templates do not say, or say elsewhere. */
function answered(body: AzureBody, all: readonly AzureBody[]): readonly AzureBody[] {
  const properties = isJsonObject(body['properties']) ? body['properties'] : {};
  switch (body.type.toLowerCase()) {
    case 'microsoft.storage/storageaccounts':
      return [{ ...body, properties: { allowBlobPublicAccess: false, allowCrossTenantReplication: false, ...properties } }];
    case 'microsoft.storage/storageaccounts/blobservices/containers': {
      const hasImmutabilityPolicy = all.some(({ id }) => id.startsWith(`${body.id}/immutabilityPolicies/`));
      return [{ ...body, properties: { ...properties, hasImmutabilityPolicy } }];
    }
    case 'microsoft.authorization/roleassignments':
      return [{ ...body, properties: { scope: body.id.replace(/\/providers\/.*$/i, ''), ...properties } }];
    case 'microsoft.web/sites':
    case 'microsoft.web/sites/slots':
      return [body, ...configuration(body, properties['siteConfig'], all)];
    default:
      return [body];
  }
}

/** Lists of sites show little of their configuration; `config/web` shows all of it. */
function configuration({ id, type }: AzureBody, siteConfig: Json | undefined, all: readonly AzureBody[]): readonly AzureBody[] {
  const isWritten = all.some((each) => each.id.toLowerCase() === `${id}/config/web`.toLowerCase());
  const properties = isJsonObject(siteConfig) ? siteConfig : {};
  return isWritten ? [] : [{ id: `${id}/config/web`, name: 'web', type: `${type}/config`, properties }];
}

function parentOf(id: string): string {
  return id.split('/').slice(0, -2).join('/').toLowerCase();
}

/** What a GET is answered: the body, or null where there is no such thing. `path` as a call makes it. */
export function answerOf(call: AzureCall, about: string, bodies: readonly AzureBody[]): Json {
  const path = azurePathOf(call, about).toLowerCase();
  if (call.type === everythingCall.type) return { value: bodies.filter(isListed).map(withoutProperties) };
  if (call.single || call.detail) {
    if (path === ROOT) return { id: ROOT, subscriptionId: SUBSCRIPTION, displayName: 'orders', state: 'Enabled' };
    const isOnly = /\/(?:default|current)$/.test(path);
    return (
      bodies.find(({ id }) => id.toLowerCase() === path) ??
      // Examples call the one child there is by other names.
      (isOnly ? bodies.find(({ id, type }) => type === call.type && id.toLowerCase().startsWith(path.replace(/[^/]+$/, ''))) : undefined) ??
      null
    );
  }
  const ofType = bodies.filter(({ type }) => type.toLowerCase() === call.type.toLowerCase());
  return { value: ofType.filter(({ id }) => isIn(id.toLowerCase(), { call, about, path })) };
}

function withoutProperties(body: AzureBody): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'properties'));
}

function isListed({ id, type }: AzureBody): boolean {
  return /\/resourcegroups\/[^/]+\/providers\//i.test(id) && type.split('/').length === 2 && id.split('/providers/').length === 2;
}

function isIn(id: string, { call, about, path }: { readonly call: AzureCall; readonly about: string; readonly path: string }): boolean {
  if (call.of && call.path === '/backupProtectedItems') return id.startsWith(`${about.toLowerCase()}/`);
  if (call.of || call.type === 'Microsoft.Insights/diagnosticSettings')
    return id.startsWith(`${path}/`) && !id.slice(path.length + 1).includes('/');
  return true;
}

/** What a collection of the bodies would have recorded. `refused`: types whose calls are answered with 403. */
export function recordedFrom(bodies: readonly AzureBody[], refused: ReadonlySet<string> = new Set()): RecordedCalls {
  const range = { source: { path: 'raw/azure', text: '', firstLine: 7 }, start: 0, end: 0 };
  const records = new Map<string, RecordedCall[]>();
  const ask = (call: AzureCall, about: string): void => {
    const place: CallPlace = { provider: 'azure', account: SUBSCRIPTION, region: 'global', ...azurePlaceOf(call) };
    const key = `${place.service}/${place.operation}`;
    const request = azureRequestOf(call, about);
    const answer = answerOf(call, about, bodies);
    const outcome = refused.has(call.type)
      ? { error: { code: 'AuthorizationFailed', message: 'no' } }
      : answer === null
        ? { error: { code: 'ResourceNotFound', message: 'no' } }
        : { response: answer };
    const known = records.get(key) ?? [];
    records.set(key, known);
    known.push({ place, record: { request, at: '2026-11-22T00:00:00Z', ...outcome }, range });
  };
  for (const call of azureCalls) {
    const owners = bodies.filter((body) => call.of?.some((type) => type.toLowerCase() === body.type.toLowerCase()));
    if (!call.of) ask(call, ROOT);
    for (const owner of owners) if (meetsCondition(owner, call.when)) ask(call, owner.id);
  }
  return { account: SUBSCRIPTION, partition: 'azure', of: (service, operation) => records.get(`${service}/${operation}`) ?? [] };
}
