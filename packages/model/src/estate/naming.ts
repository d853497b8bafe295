/**
 * Names for what has none yet. In code an ARN or id is decided at apply time; the analyses join things by such texts. So every reference to
 * an attribute that names a thing becomes the same text: what the cloud will say where that follows from the code
 * (`arn:aws:iam::000000000000:role/app`), else a symbolic one (`~aws_vpc.main`). After that code reads like a live account.
 */
import { bareAddress, referenceOf } from '../code/index.ts';
import type { CodeRoot } from '../code/index.ts';
import type { DeclaredAttribute, DeclaredBlock, DeclaredResource } from '../declared.ts';
import { stringValue } from '../value.ts';
import type { MapValue, Reference, TemplateValue, UnknownValue, Value } from '../value.ts';
import { fillTemplate } from './name-template.ts';

/** How the texts by which others name a thing are made of its attributes. */
export interface NameRule {
  /** Attributes that hold its name; the first that is known counts. */
  readonly name?: readonly string[];
  /**
   * Attribute → template; `''` is CloudFormation's Ref. Placeholders: `{name}`, `{self}` (symbolic), `{account}`, `{region}`, `{partition}`,
   * `{=path,Path|/}` (the text of the first attribute that is written, or what stands behind the bar), `{last:…}` (of an ARN the name at its
   * end); the others are in name-template.ts.
   */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface NamingOptions {
  readonly rules: ReadonlyMap<string, NameRule>;
  /** Account of what the code makes. */
  readonly account: string;
  /** By the key of a provider configuration, where that says another. */
  readonly accounts?: ReadonlyMap<string, string>;
  /** Before symbolic names, so that those of several roots differ; '' for the only one. */
  readonly prefix: string;
}

/** The account of code that does not say which one it is for. */
export const UNNAMED_ACCOUNT = '000000000000';
const UNNAMED_REGION = '~region';

/** Unknown values that stand for one certain text, of which only the letters are not known. */
const NAMEABLE: ReadonlySet<string> = new Set(['computed', 'data-source', 'unset-variable', 'unresolved-reference', 'remote-module']);

/** Addresses that may stand for where code runs. */
const ENVIRONMENT = /^AWS::|aws_caller_identity\.|data\.aws_(?:partition|region)\./;

/** Names the things of one root. */
export class Naming {
  readonly #options: NamingOptions;
  readonly #byAddress = new Map<string, DeclaredResource>();
  readonly #byBare = new Map<string, DeclaredResource[]>();
  readonly #named = new WeakMap<Value, Value>();
  readonly #busy = new Set<string>();
  readonly #symbols = new Map<string, string>();
  readonly #variables = new Map<string, string>();
  /** What others refer to, by address and attribute. */
  readonly #texts = new Map<string, Map<string, string | null>>();

  constructor(root: CodeRoot, options: NamingOptions) {
    this.#options = options;
    for (const resource of root.resources) {
      const reference = referenceOf(resource);
      this.#byAddress.set(reference, resource);
      const bare = bareAddress(reference);
      const same = this.#byBare.get(bare);
      if (same) same.push(resource);
      else this.#byBare.set(bare, [resource]);
    }
  }

  /** The resource with every name in its place. Linear in the size of its values; shared values are named once. */
  resolve(resource: DeclaredResource): DeclaredResource {
    return { ...resource, block: this.#block(resource.block) };
  }

  /** The symbolic name of an address: no character of it means anything in a policy. */
  symbol(address: string): string {
    const known = this.#symbols.get(address);
    if (known !== undefined) return known;
    const symbol = `~${this.#options.prefix}${address.replaceAll(/[%:/*?${}"\\\s]/g, encodeURIComponent).replaceAll('*', '%2A')}`;
    this.#symbols.set(address, symbol);
    return symbol;
  }

  /** Every text that names a resource, its ARN first when it has one, and the symbolic name at the end. */
  namesOf(resource: DeclaredResource): readonly string[] {
    const rule = this.#rule(resource);
    if (resource.names) return this.#liveNames(resource.names, rule, resource);
    const names: string[] = [];
    for (const attribute of namingAttributes(rule)) {
      const name =
        this.#written(resource, attribute) ?? (attribute in rule.attributes ? this.#unwritten(resource, attribute, rule) : undefined);
      if (name !== undefined) names.push(name);
    }
    const symbol = this.symbol(referenceOf(resource));
    // What has no rule is referred to by its symbol; its name may be one of many.
    const first = rule === NO_RULE && !names.some(isArn) ? [symbol] : [];
    return [...new Set([...first, ...names.toSorted((a, b) => Number(isArn(b)) - Number(isArn(a))), symbol])];
  }

  /** What an answer says, and the ARN that follows from it where it says none. */
  #liveNames(names: readonly string[], rule: NameRule, resource: DeclaredResource): readonly string[] {
    const template = rule.attributes['Arn'];
    if (template === undefined || names.some(isArn)) return names;
    const [id = ''] = names;
    const arn = fillTemplate(template, {
      name: () => (rule.name ?? []).map((each) => this.#written(resource, each)).find((each) => each !== undefined) ?? id,
      self: id,
      account: this.accountOf(resource),
      region: this.regionOf(resource),
      written: (attribute) => this.#written(resource, attribute),
    });
    return [arn, ...names];
  }

  /** The text of one attribute of a resource. */
  textOf(resource: DeclaredResource, attribute: string): string {
    return this.#written(resource, attribute) ?? this.#unwritten(resource, attribute, this.#rule(resource));
  }

  #unwritten(resource: DeclaredResource, attribute: string, rule: NameRule): string {
    const template = rule.attributes[attribute];
    const self = this.symbol(referenceOf(resource));
    if (template === undefined) {
      if (attribute === 'id' || attribute === '') return self;
      if (attribute === 'arn' || attribute === 'Arn')
        return this.#fill(`arn:{partition}:${serviceOf(resource.type)}:{region}:{account}:{self}`, resource);
      if (attribute === 'name') return this.#name(resource);
      return `${self}.${attribute.replaceAll(/[%:/*?${}"\\\s]/g, '_')}`;
    }
    return this.#fill(template, resource);
  }

  accountOf(resource: DeclaredResource | undefined): string {
    const { account, accounts } = this.#options;
    return (resource && accounts?.get(resource.provider)) ?? account;
  }

  regionOf(resource: DeclaredResource): string {
    const region = resource.region;
    return region?.kind === 'string' ? region.value : UNNAMED_REGION;
  }

  #rule({ type }: DeclaredResource): NameRule {
    return this.#options.rules.get(type) ?? this.#options.rules.get(type.toLowerCase()) ?? NO_RULE;
  }

  #name(resource: DeclaredResource): string {
    for (const attribute of this.#rule(resource).name ?? ['name', 'Name']) {
      const written = this.#written(resource, attribute);
      if (written !== undefined) return written;
    }
    return this.symbol(referenceOf(resource));
  }

  #fill(template: string, resource: DeclaredResource): string {
    return fillTemplate(template, {
      name: () => this.#name(resource),
      self: this.symbol(referenceOf(resource)),
      account: this.accountOf(resource),
      region: this.regionOf(resource),
      written: (attribute) => this.#written(resource, attribute),
    });
  }

  /** The text of an attribute that is written in the block, all names in it replaced. A cycle of names ends as not written. */
  #written(resource: DeclaredResource, attribute: string): string | undefined {
    const value = resource.block.attributes.get(attribute)?.value;
    if (!value || value.kind === 'null') return undefined;
    const key = `${referenceOf(resource)}#${attribute}`;
    if (this.#busy.has(key)) return undefined;
    this.#busy.add(key);
    try {
      const named = this.value(value);
      if (named.kind === 'string') return named.value === '' ? undefined : named.value;
      return named.kind === 'number' ? String(named.value) : undefined;
    } finally {
      this.#busy.delete(key);
    }
  }

  #block(block: DeclaredBlock): DeclaredBlock {
    let attributes: Map<string, DeclaredAttribute> | null = null;
    for (const [name, each] of block.attributes) {
      const value = this.value(each.value);
      if (value !== each.value) (attributes ??= new Map(block.attributes)).set(name, { ...each, value });
    }
    const blocks = unlessSame(block.blocks, (each) => this.#block(each));
    return attributes === null && blocks === block.blocks ? block : { ...block, attributes: attributes ?? block.attributes, blocks };
  }

  /** The value with names instead of what is not known yet; the very same when there is nothing to name. */
  value(value: Value): Value {
    if (hasNothingToName(value)) return value;
    const known = this.#named.get(value);
    if (known) return known;
    const named = this.#withNames(value);
    // Within a cycle of names the answer depends on where it was entered.
    if (this.#busy.size === 0) this.#named.set(value, named);
    return named;
  }

  #withNames(value: Value): Value {
    switch (value.kind) {
      case 'unknown':
        return this.#unknown(value);
      case 'template':
        return this.#template(value);
      case 'string':
        return value.structure ? { ...value, structure: this.value(value.structure) } : value;
      case 'list':
      case 'set': {
        const items = unlessSame(value.items, (each) => this.value(each));
        return items === value.items ? value : { ...value, items };
      }
      case 'map': {
        let entries: Map<string, Value> | null = null;
        for (const [key, each] of value.entries) {
          const named = this.value(each);
          if (named !== each) (entries ??= new Map(value.entries)).set(key, named);
        }
        if (value.unnamed) return this.#withNamedKeys({ ...value, entries: entries ?? value.entries });
        return entries === null ? value : { ...value, entries };
      }
      default:
        return value;
    }
  }

  /** Keys that have a name now are keys like others: `${provider.url}:sub` in the condition of a trust policy. */
  #withNamedKeys({ unnamed = [], ...value }: MapValue): MapValue {
    const entries = new Map(value.entries);
    const open: (readonly [TemplateValue, Value])[] = [];
    for (const [key, each] of unnamed) {
      const [name, named] = [this.value(key), this.value(each)];
      if (name.kind === 'string') entries.set(name.value, named);
      else if (name.kind === 'template') open.push([name, named]);
    }
    return { ...value, entries, ...(open.length > 0 && { unnamed: open }) };
  }

  #unknown(value: UnknownValue): Value {
    const text = this.#textOfUnknown(value);
    if (text === null) return value;
    const { range, via, refs, sensitive } = value;
    return { ...stringValue(text), range, via, refs, sensitive };
  }

  #textOfUnknown({ reason, refs, range, mayBeNull }: UnknownValue): string | null {
    if (mayBeNull || !NAMEABLE.has(reason.code)) return null;
    const [ref, another] = refs;
    // A choice by a variable that nobody has set: what it refers to is only one of the answers.
    if (ref) return another || reason.code === 'unset-variable' ? null : this.#referred(ref);
    if (reason.code !== 'unset-variable' || !range) return null;
    const key = `${range.source.path}:${range.start}`;
    const known = this.#variables.get(key);
    if (known !== undefined) return known;
    const name = /"([^"]+)"/.exec(reason.detail)?.[1] ?? 'variable';
    const text = `~${this.#options.prefix}var.${name.replaceAll(/[^\w.-]/g, '_')}${this.#variables.size > 0 ? `.${this.#variables.size}` : ''}`;
    this.#variables.set(key, text);
    return text;
  }

  #referred(reference: Reference): string | null {
    // Within a cycle of names the answer depends on where it was entered.
    if (this.#busy.size > 0) return this.#textOfReferred(reference);
    const { address, attribute } = reference;
    const ofAddress = this.#texts.get(address) ?? new Map<string, string | null>();
    this.#texts.set(address, ofAddress);
    const known = ofAddress.get(attribute);
    if (known !== undefined) return known;
    const text = this.#textOfReferred(reference);
    ofAddress.set(attribute, text);
    return text;
  }

  #textOfReferred({ address, attribute }: Reference): string | null {
    const environment = this.#environment(address, attribute);
    if (environment !== null) return environment;
    const resource = this.#byAddress.get(address) ?? onlyOne(this.#byBare.get(bareAddress(address)));
    if (resource) return this.textOf(resource, attribute);
    const self = this.symbol(address);
    return attribute === '' || attribute === 'id' ? self : `${self}.${attribute.replaceAll(/[%:/*?${}"\\\s]/g, '_')}`;
  }

  /** Where it runs: the caller's account, the region, the partition. */
  #environment(address: string, attribute: string): string | null {
    if (!ENVIRONMENT.test(address)) return null;
    if (address === 'AWS::AccountId' || (address.includes('aws_caller_identity.') && ['account_id', 'id'].includes(attribute)))
      return this.accountOf(this.#byAddress.get(address));
    if (address === 'AWS::Partition' || (address.includes('data.aws_partition.') && ['partition', 'id'].includes(attribute))) return 'aws';
    if (address.includes('data.aws_partition.') && attribute === 'dns_suffix') return 'amazonaws.com';
    if (address === 'AWS::URLSuffix') return 'amazonaws.com';
    const resource = this.#byAddress.get(address);
    if (address.includes('data.aws_region.') && resource && ['name', 'id', 'region'].includes(attribute)) return this.regionOf(resource);
    return address === 'AWS::Region' ? UNNAMED_REGION : null;
  }

  /** The resource group before an id of Resource Manager, which is decided at deployment. */
  #scopeOf(part: UnknownValue, { parts }: TemplateValue): string | null {
    const [first, second] = parts;
    if (part !== first || part.refs.length > 0 || part.reason.code !== 'computed') return null;
    return typeof second === 'string' && second.startsWith('/providers/')
      ? `/subscriptions/${this.#options.account}/resourceGroups/~group`
      : null;
  }

  #template(value: TemplateValue): Value {
    const parts: (string | UnknownValue)[] = [];
    for (const part of value.parts) {
      const named = typeof part === 'string' ? part : (this.#textOfUnknown(part) ?? this.#scopeOf(part, value) ?? part);
      const last = parts.at(-1);
      if (typeof named === 'string' && typeof last === 'string') parts[parts.length - 1] = last + named;
      else parts.push(named);
    }
    const structure = value.structure && this.value(value.structure);
    const { range, via, refs, sensitive } = value;
    const [first, ...others] = parts;
    if (typeof first === 'string' && others.length === 0) return { ...stringValue(first, range, structure), via, refs, sensitive };
    return { ...value, parts, structure };
  }
}

/** The very same list when nothing in it changes. */
function unlessSame<T>(list: readonly T[], change: (each: T) => T): readonly T[] {
  let changed: T[] | null = null;
  for (let index = 0; index < list.length; index++) {
    const each = list[index] as T; // within its length
    const other = change(each);
    if (other !== each) (changed ??= [...list])[index] = other;
  }
  return changed ?? list;
}

/** Most values are plain texts, numbers and switches. */
function hasNothingToName(value: Value): boolean {
  return (value.kind === 'string' && !value.structure) || value.kind === 'bool' || value.kind === 'number' || value.kind === 'null';
}

const attributesOf = new WeakMap<NameRule, readonly string[]>();

/** Attributes by which a thing of a rule may be named, each once. */
function namingAttributes(rule: NameRule): readonly string[] {
  const known = attributesOf.get(rule);
  if (known) return known;
  const attributes = [...new Set(['arn', 'Arn', 'id', '', 'name', ...Object.keys(rule.attributes)])];
  attributesOf.set(rule, attributes);
  return attributes;
}

const NO_RULE: NameRule = { attributes: {} };

function isArn(text: string): boolean {
  return text.startsWith('arn:');
}

function onlyOne<T>(list: readonly T[] | undefined): T | undefined {
  return list?.length === 1 ? list[0] : undefined;
}

/** `aws_kms_key` → `kms`, `AWS::KMS::Key` → `kms`. */
function serviceOf(type: string): string {
  return (type.includes('::') ? type.split('::')[1] : type.split('_')[1])?.toLowerCase() ?? 'unknown';
}
