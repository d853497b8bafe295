/** What a plan and a state have in common: instances with attribute values, and the links between them. */
import type { DeclaredAttribute, DeclaredResource, Range, Reference, Value } from '@kumomori/model';
import { stringValue, unknownValue } from '@kumomori/model';
import { withStructure } from '../values/index.ts';
import { changedEntries, changedItems } from './read.ts';

export interface Instance {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly address: string;
  readonly moduleAddress: string;
  readonly key: string | number | null;
  /** `aws`; from a source address its last part. */
  readonly provider: string;
  readonly values: ReadonlyMap<string, Value>;
  readonly range: Range;
  /** Region of the provider configuration, when the file says it. */
  readonly region: string | null;
}

/** `rootDir`: the file, which is the root. */
export function declaredInstance(instance: Instance, rootDir: string): DeclaredResource {
  const { mode, type, name, address, moduleAddress, key, provider, values, range } = instance;
  // An instance has no header: its first line stands for it.
  const head: Range = { ...range, end: Math.min(range.end, range.start + 1) };
  const attributes = new Map<string, DeclaredAttribute>();
  // Most attributes of most resources are null, which says what their absence says.
  for (const [attribute, value] of values) if (value.kind !== 'null') attributes.set(attribute, { value, range: value.range ?? head });
  const own = values.get('region');
  return {
    mode,
    type,
    name,
    address,
    moduleAddress,
    moduleDir: moduleAddress.replaceAll(/\[[^\]]*\]/g, ''),
    rootDir,
    key,
    block: { type: 'resource', range, head, attributes, blocks: [], uncertain: false, via: null },
    provider,
    region:
      own?.kind === 'string'
        ? own
        : instance.region === null
          ? unknownValue('computed', 'the region is not in this file', head)
          : stringValue(instance.region, head),
  };
}

/** `registry/hashicorp/aws` and `provider["registry/hashicorp/aws"].tokyo` → `aws`, `aws.tokyo`. */
export function providerName(written: string): string {
  const quoted = /^(?:module\.[^"]*\.)?provider\["([^"]+)"\](\.[\w-]+)?$/.exec(written);
  const source = quoted ? (quoted[1] ?? '') : written;
  return source.slice(source.lastIndexOf('/') + 1) + (quoted?.[2] ?? '');
}

/** Attributes by whose value other resources name a resource. */
const NAMING = ['id', 'arn', 'self_link', 'key_id', 'invoke_arn', 'bucket', 'name'];
const SURE = new Set(['id', 'arn', 'self_link', 'key_id', 'invoke_arn']);
/** Shorter ids (`default`, `1`) are those of many things. */
const MIN_LENGTH = 8;

/**
 * Known texts that are the id of exactly one other resource refer to it, as the expression did that they came from; JSON texts (policies)
 * get the structure that `jsonencode` would have given them. O(values).
 */
export function linkByIds(resources: readonly DeclaredResource[]): readonly DeclaredResource[] {
  const owners = new Map<string, Reference | null>();
  for (const { address, block } of resources) {
    for (const attribute of NAMING) {
      const value = block.attributes.get(attribute)?.value;
      if (!SURE.has(attribute) || value?.kind !== 'string' || value.value.length < MIN_LENGTH) continue;
      const known = owners.get(value.value);
      // The same id at two resources is that of neither; two attributes of one resource often share it.
      owners.set(value.value, known === undefined || known?.address === address ? { address, attribute } : null);
    }
  }
  return resources.map((resource) => {
    const attributes = changedEntries(resource.block.attributes, (attribute) => {
      const value = linked(attribute.value, resource.address, owners);
      return value === attribute.value ? attribute : { ...attribute, value };
    });
    return attributes === resource.block.attributes ? resource : { ...resource, block: { ...resource.block, attributes } };
  });
}

function linked(value: Value, own: string, owners: ReadonlyMap<string, Reference | null>): Value {
  switch (value.kind) {
    case 'string': {
      const owner = value.refs.length === 0 ? owners.get(value.value) : undefined;
      return withStructure(owner && owner.address !== own ? { ...value, refs: [owner] } : value);
    }
    case 'list':
    case 'set': {
      const items = changedItems(value.items, (item) => linked(item, own, owners));
      return items === value.items ? value : { ...value, items };
    }
    case 'map': {
      const entries = changedEntries(value.entries, (entry) => linked(entry, own, owners));
      return entries === value.entries ? value : { ...value, entries };
    }
    default:
      return value;
  }
}

/** The value and everything in it, not to be shown. */
export function hidden(value: Value): Value {
  if (value.kind === 'list' || value.kind === 'set') return { ...value, sensitive: true, items: value.items.map(hidden) };
  if (value.kind === 'map')
    return { ...value, sensitive: true, entries: new Map([...value.entries].map(([key, entry]) => [key, hidden(entry)])) };
  return { ...value, sensitive: true };
}
