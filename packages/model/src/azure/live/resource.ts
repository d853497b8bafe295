/** One resource of Azure Resource Manager → a declared resource in the words of its templates. */
import type { DeclaredAttribute, DeclaredResource } from '../../declared.ts';
import type { LiveValue } from '../../live/index.ts';
import type { Range } from '../../source.ts';
import type { UnknownValue, Value } from '../../value.ts';
import { stringValue, unknownValue } from '../../value.ts';
import { resourceIdOf } from './ids.ts';
import { azureValue, referenceTo } from './values.ts';

export interface AzureBody {
  readonly type: string;
  readonly id: string;
  /** `name`, `location`, `properties`, `sku` … */
  readonly members: Readonly<Record<string, LiveValue>>;
  readonly apiVersion: string | null;
  readonly range: Range;
  /** Null: what is not in `members` is not set. */
  readonly rest?: UnknownValue | null;
  /** What its principal is called by. */
  readonly principals?: ReadonlyMap<string, string>;
}

/** Members of an answer that say what the resource is called, which its id says as well. */
const OF_ID = new Set(['id', 'type', 'name', 'etag', 'systemdata']);
/** What extends a resource, a group or a subscription, and is read by what that is. */
const EXTENSIONS = new Set(
  ['Insights/diagnosticSettings', 'Authorization/locks', 'Authorization/roleAssignments', 'Authorization/policyAssignments'].map((type) =>
    `microsoft.${type}`.toLowerCase(),
  ),
);

export function declaredResource(account: string, body: AzureBody): DeclaredResource {
  const { type, id, range } = body;
  const { name, parent, scope } = resourceIdOf(id);
  const attributes = new Map<string, DeclaredAttribute>();
  const add = (key: string, value: Value): void => void attributes.set(key, { value, range });
  for (const [key, member] of Object.entries(body.members))
    if (!OF_ID.has(key.toLowerCase()) && member !== undefined) add(key, azureValue(member, range));
  // Not what it refers to: its own id.
  add('id', stringValue(id, range));
  add('name', stringValue(name, range));
  if (body.apiVersion !== null) add('apiVersion', stringValue(body.apiVersion, range));
  if (parent) add('parent', naming(parent.name, parent.id, range));
  if (scope !== null && (EXTENSIONS.has(type.toLowerCase()) || scope.toLowerCase().includes('/providers/')))
    add('scope', azureValue(scope, range));
  linkPrincipal(attributes, body);
  const location = attributes.get('location')?.value;
  return {
    mode: 'managed',
    type,
    name,
    address: id,
    reference: referenceTo(id),
    ...(typeof body.members['displayName'] === 'string' && { label: body.members['displayName'] }),
    names: [...new Set([id, referenceTo(id), name])],
    moduleAddress: '',
    moduleDir: '',
    rootDir: `azure:${account}`,
    key: null,
    block: { type, range, head: range, attributes, blocks: [], rest: body.rest ?? null, uncertain: false, via: null },
    provider: 'azure',
    region: location?.kind === 'string' ? location : unknownValue('computed', 'it has no region', range),
  };
}

/** A name that leads to the resource with the id. */
function naming(name: string, id: string, range: Range): Value {
  return { ...stringValue(name, range), refs: [{ address: referenceTo(id), attribute: 'id' }] };
}

/** A role assignment names a principal by a number; that of a managed identity leads to its resource. */
function linkPrincipal(attributes: Map<string, DeclaredAttribute>, { principals, range }: AzureBody): void {
  const properties = attributes.get('properties')?.value;
  const principal = properties?.kind === 'map' ? properties.entries.get('principalId') : undefined;
  const owner = principal?.kind === 'string' ? principals?.get(principal.value.toLowerCase()) : undefined;
  if (properties?.kind !== 'map' || principal?.kind !== 'string' || owner === undefined) return;
  const linked = { ...principal, refs: [{ address: referenceTo(owner), attribute: 'principalId' }] };
  attributes.set('properties', { value: { ...properties, entries: new Map([...properties.entries, ['principalId', linked]]) }, range });
}
