/** Plans as `terraform show -json` prints them: values certain, what is known only after apply kept unknown. */
import type { Diagnostic, Reference, Source, Value } from '@kumomori/model';
import { diagnosticAt, unknownValue } from '@kumomori/model';
import { jsonValue } from '../documents/index.ts';
import type { JsonNode, JsonPath } from '../json/index.ts';
import { walkJson } from '../json/index.ts';
import type { Configuration } from './configuration.ts';
import { readConfiguration } from './configuration.ts';
import type { Instance } from './instances.ts';
import { hidden, providerName } from './instances.ts';
import { changedEntries, changedItems, entries, members, text } from './read.ts';

export interface ReadPlan {
  readonly instances: readonly Instance[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Change {
  readonly resource: ReadonlyMap<string, JsonNode>;
  readonly node: JsonNode;
}

/**
 * Never throws. O(length); memory of what the resources will be and of the configuration. The configuration stands behind the resources but
 * is needed for each: it is read first, so that no tree of the whole file is ever held.
 */
export function readPlan(source: Source): ReadPlan {
  const unsupported = unsupportedVersion(source);
  if (unsupported) return { instances: [], diagnostics: [unsupported] };
  const written = readConfiguration(source);
  const changes: Instance[] = [];
  const data: Instance[] = [];
  const planned: Instance[] = [];
  const hasChanges = source.text.includes('"resource_changes"');
  const diagnostics = walkJson(source, {
    decide: (path) => decide(path, hasChanges),
    value: ([top], node) => {
      const change = { resource: members(node), node };
      if (top === 'resource_changes') changes.push(...changedInstance(change, source, written));
      else if (top === 'planned_values') planned.push(...plainInstance(change, source, written));
      // Data sources were read before the plan was made.
      else if (text(change.resource.get('mode')) === 'data') data.push(...plainInstance(change, source, written));
    },
  });
  return { instances: withReferences([...changes, ...planned, ...data], written), diagnostics };
}

const FORMAT_VERSION = /"format_version"\s*:\s*"(\d+)[^"]{0,20}"/;

/** Formats of another major version mean other things by the same names: their makers say not to read them. The version stands first. */
function unsupportedVersion(source: Source): Diagnostic | null {
  const found = FORMAT_VERSION.exec(source.text.slice(0, 4096));
  if (!found || Number(found[1]) <= 1) return null;
  const version = /"([^"]*)"$/.exec(found[0])?.[1] ?? '';
  const message = `a plan of format version ${version} is not read; up to 1 is`;
  return diagnosticAt(source, found.index, { code: 'unsupported', message });
}

function decide([top, ...path]: JsonPath, hasChanges: boolean): 'enter' | 'read' | 'skip' {
  if (top === undefined) return 'enter';
  if (top === 'resource_changes') return path.length === 0 ? 'enter' : 'read';
  if (top === 'planned_values' && !hasChanges) return decideValues(path);
  if (top !== 'prior_state') return 'skip';
  const [section, ...values] = path;
  return section === undefined ? 'enter' : section === 'values' ? decideValues(values) : 'skip';
}

const MAX_DEPTH = 20;

/** Resources are read one by one, those of modules too. */
function decideValues([root, ...path]: JsonPath): 'enter' | 'read' | 'skip' {
  if (root === undefined) return 'enter';
  if (root !== 'root_module') return 'skip';
  let at = 0;
  while (path[at] === 'child_modules' && path[at + 1] === '*') at += 2;
  const [kind, item] = path.slice(at);
  if (at > 2 * MAX_DEPTH) return 'skip';
  if (kind === 'resources' && item === '*') return 'read';
  return kind === undefined || ((kind === 'resources' || kind === 'child_modules') && item === undefined) ? 'enter' : 'skip';
}

function identity({ resource, node }: Change, source: Source, written: Configuration): Omit<Instance, 'values'> | null {
  const [type, name, address] = [text(resource.get('type')), text(resource.get('name')), text(resource.get('address'))];
  if (type === null || name === null || address === null) return null;
  const index = resource.get('index');
  const provider = providerName(text(resource.get('provider_name')) ?? '');
  return {
    mode: text(resource.get('mode')) === 'data' ? 'data' : 'managed',
    type,
    name,
    address,
    moduleAddress: text(resource.get('module_address')) ?? moduleOf(address, `${type}.${name}`),
    key: index?.kind === 'string' || index?.kind === 'number' ? index.value : null,
    provider,
    range: { source, start: node.start, end: node.end },
    region: written.regions.get(provider) ?? null,
  };
}

/** `module.a.data.x.y[0]` → `module.a`. */
function moduleOf(address: string, name: string): string {
  const at = address.lastIndexOf(name);
  return at <= 0
    ? ''
    : address
        .slice(0, at)
        .replace(/(?:^|\.)data\.$/, '')
        .replace(/\.$/, '');
}

function plainInstance(change: Change, source: Source, written: Configuration): readonly Instance[] {
  const who = identity(change, source, written);
  const values = change.resource.get('values');
  if (!who || values?.kind !== 'object') return [];
  const secret = change.resource.get('sensitive_values');
  return [{ ...who, values: entries(marked(jsonValue(values, source), secret)) }];
}

function changedInstance(change: Change, source: Source, written: Configuration): readonly Instance[] {
  const who = identity(change, source, written);
  const detail = members(change.resource.get('change'));
  const after = detail.get('after');
  if (!who || after?.kind !== 'object') return []; // it is going to be destroyed
  const values = new Map(entries(marked(jsonValue(after, source), detail.get('after_sensitive'))));
  const config = written.resource(who.moduleAddress, `${who.mode === 'data' ? 'data.' : ''}${who.type}.${who.name}`);
  for (const [name, unknown] of members(detail.get('after_unknown'))) {
    // What nobody wrote is the provider's default, whatever its value will be.
    if (config && !config.has(name) && !values.has(name)) continue;
    const merged = withUnknown(values.get(name), unknown, source);
    if (merged) values.set(name, merged);
  }
  return [{ ...who, values }];
}

/** `after_unknown` mirrors the values, with `true` where one is not known yet. */
function withUnknown(value: Value | undefined, unknown: JsonNode, source: Source): Value | null {
  const range = value?.range ?? { source, start: unknown.start, end: unknown.end };
  if (unknown.kind === 'boolean') return unknown.value ? unknownValue('computed', 'it is known after apply', range) : (value ?? null);
  if (unknown.kind === 'array') {
    const own = value?.kind === 'list' ? value.items : [];
    const merged = unknown.items.map(
      (item, index) => withUnknown(own[index], item, source) ?? unknownValue('computed', 'it is known after apply', range),
    );
    return value?.kind === 'list'
      ? { ...value, items: [...merged, ...own.slice(merged.length)] }
      : merged.length === 0
        ? (value ?? null)
        : null;
  }
  if (unknown.kind !== 'object') return value ?? null;
  if (value?.kind !== 'map') return value ?? null;
  const result = new Map(value.entries);
  for (const { key, value: inner } of unknown.members) {
    const merged = withUnknown(result.get(key), inner, source);
    if (merged) result.set(key, merged);
  }
  return { ...value, entries: result };
}

/** `after_sensitive` mirrors the values, with `true` where one must not be shown. */
function marked(value: Value, secret: JsonNode | undefined): Value {
  if (secret?.kind === 'boolean') return secret.value ? hidden(value) : value;
  if (secret?.kind === 'array' && value.kind === 'list')
    return { ...value, items: changedItems(value.items, (item, index) => marked(item, secret.items[index])) };
  if (secret?.kind !== 'object' || secret.members.length === 0 || value.kind !== 'map') return value;
  const marks = members(secret);
  return { ...value, entries: changedEntries(value.entries, (entry, key) => marked(entry, marks.get(key))) };
}

/** Attributes refer to what their expressions refer to; of counted resources to the instance with the same key. */
function withReferences(instances: readonly Instance[], written: Configuration): readonly Instance[] {
  const addresses = new Set(instances.map(({ address }) => address));
  return instances.map((instance) => {
    const name = `${instance.mode === 'data' ? 'data.' : ''}${instance.type}.${instance.name}`;
    const config = written.resource(instance.moduleAddress, name);
    if (!config) return instance;
    const values = new Map(instance.values);
    for (const [attribute, { references }] of config) {
      const value = values.get(attribute);
      if (!value || value.kind === 'null' || value.kind === 'map' || value.kind === 'bool' || value.kind === 'number') continue;
      const isByKey = references.some((each) => /^(?:each|count)\./.test(each));
      const refs = references
        .flatMap((each) => written.resolve(each, instance.moduleAddress))
        .map((ref): Reference => ({ ...ref, address: withKey(ref.address, isByKey ? instance.key : null, addresses) }));
      values.set(attribute, referring(value, mostExact(refs)));
    }
    return { ...instance, values };
  });
}

function withKey(address: string, key: string | number | null, addresses: ReadonlySet<string>): string {
  const keyed = key === null || address.endsWith(']') ? address : `${address}[${JSON.stringify(key)}]`;
  return addresses.has(keyed) ? keyed : address;
}

/** Plans list `aws_s3_bucket.logs.id` and then `aws_s3_bucket.logs` for one reference. */
function mostExact(refs: readonly Reference[]): readonly Reference[] {
  const byAddress = new Map<string, Reference>();
  for (const ref of refs) if (!byAddress.has(ref.address) || ref.attribute !== '') byAddress.set(ref.address, ref);
  return [...byAddress.values()];
}

/** Elements of a list share the references of its expression where there is only one. */
function referring(value: Value, refs: readonly Reference[]): Value {
  if (refs.length === 0) return value;
  if ((value.kind === 'list' || value.kind === 'set') && value.items.every((item) => item.kind !== 'map' && item.kind !== 'list')) {
    const linked = value.items.map((item, index) => {
      const ref = value.items.length === refs.length ? refs[index] : refs.length === 1 ? refs[0] : undefined;
      return ref && item.kind === 'unknown' ? { ...item, refs: [ref] } : item;
    });
    return { ...value, items: linked };
  }
  return value.kind === 'list' || value.kind === 'set' ? value : { ...value, refs };
}
