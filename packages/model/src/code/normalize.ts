/** Declared resource instances of one root (module, template, folder of manifests) → resources of the model: links satellites and references, then lets each reader read. */
import type { ListNode, Place, RefNode } from '../node.ts';
import { nowhere, placeWithin, unresolved } from '../node.ts';
import type { CodeKind, Provider, ReaderName, Resource } from '../resource.ts';
import { readerNameOf } from '../resource.ts';
import type { Range } from '../source.ts';
import type { DeclaredBlock, DeclaredResource } from '../declared.ts';
import type { CloudProvider } from '../live/index.ts';
import type { UnknownReason, Value } from '../value.ts';
import { azapiResources } from './azapi.ts';
import { bareAddress, blockType, mayBeSame, referenceOf } from './address.ts';
import { BlockReader, toText } from './block-reader.ts';
import { effectiveTags, knownTags } from './default-tags.ts';
import { elementsOf, flattened } from './elements.ts';
import { identityOf } from './identity.ts';
import { providerMajors } from './provider-version.ts';
import type { CodeReader, ReaderContext, RegisteredReader, TerraformProvider } from './reader.ts';
import { readerIndex } from './reader-index.ts';
import { usedAddresses } from './used-addresses.ts';
import type { ModulePart, ProviderPart } from './terraform-parts.ts';
import { terraformParts } from './terraform-parts.ts';

/** What is evaluated and linked as one: a root module, a template with its nested stacks, a folder of manifests, a Dockerfile. */
export interface CodeRoot {
  readonly kind: CodeKind;
  /** The folder; for a template or Dockerfile the file. Relative to the TARGET. */
  readonly dir: string;
  readonly resources: readonly DeclaredResource[];
  /** Provider configurations by the key that `DeclaredResource.provider` holds. */
  readonly providers?: readonly ProviderPart[];
  readonly moduleCalls?: readonly ModulePart[];
  /** Blocks of `terraform { … }`; `required_providers` says which defaults hold. */
  readonly settings?: readonly { readonly type: string; readonly block: DeclaredBlock }[];
  /** Of a live account: its id. */
  readonly account?: string;
  /** Of a live account: whose. */
  readonly cloud?: CloudProvider;
  /** Of a live account: block types of which there may be more than `resources` holds, and why. */
  readonly incomplete?: ReadonlyMap<string, Incompleteness>;
}

/** Why there may be more blocks of a type. */
export interface Incompleteness extends UnknownReason {
  /** References of the blocks whose satellites of the type are not all known; without it those of every block. */
  readonly of?: ReadonlySet<string>;
}

/** Newest major version of each provider whose defaults a reader depends on, read 2026-11-22. */
const NEWEST_MAJOR: Readonly<Record<TerraformProvider, number>> = { aws: 6, azurerm: 4, google: 7 };

/** Instances looked at when it is not known which one a reference means: as many as one block may have (limits of the evaluator). */
const MAX_MEANT = 1000;
/** Links of a root module beyond one for each block: keeps hostile code from making a link for every pair of blocks. */
const MAX_DOUBTS = 100_000;

/** One resource for each main block, one stub for each parent that only satellites name, one account. O(blocks + links). */
export function normalizeCode(root: CodeRoot, readers: readonly RegisteredReader[]): readonly Resource[] {
  const azapi = readerNameOf(root.kind) === 'terraform' ? azapiResources(root.resources) : [];
  const own = normalizeAs(root.kind, { ...root, resources: [...root.resources, ...terraformParts(root)] }, readers);
  return azapi.length === 0 ? own : [...own, ...normalizeAs(root.kind, { ...root, kind: 'arm', resources: azapi }, readers)];
}

/** `kind`: what the resources are said to come from. */
function normalizeAs(kind: CodeKind, root: CodeRoot, readers: readonly RegisteredReader[]): readonly Resource[] {
  const index = new RootIndex(root, readers);
  const origin = { ...root, kind };
  return index.owners.map((owner) => resourceOf(owner, origin, index));
}

/** `root`: with the kind that the resource is said to come from. */
export function resourceOf(owner: Owner, root: CodeRoot, index: RootIndex): Resource {
  const block = owner.main ? BlockReader.of(owner.main) : BlockReader.outside(owner.detail, owner.place);
  const fields = owner.reader.read(block, contextOf(owner, index));
  return {
    key: owner.key,
    type: owner.type,
    provider: providerOf(owner.type),
    name: owner.displayName,
    fields: { node: 'object', fields, place: block.place },
    origin: originOf(owner, root),
    account: root.account ?? null,
    region: regionOf(owner.main),
    tags: owner.main ? knownTags(BlockReader.of(owner.main), index) : {},
    ownPlaces: owner.main && owner.reader.reportAtSatellites ? owner.satellites.map(({ from }) => blockOrigin(from, root)) : [],
    parts: partsOf(owner),
  };
}

function partsOf({ main, satellites }: Owner): readonly Range[] {
  const ranges = satellites.map(({ from }) => from.block.range);
  return main ? [main.block.range, ...ranges] : ranges;
}

/** A block that adds to a resource; not sure when it may as well belong to another one. */
interface Satellite {
  readonly from: DeclaredResource;
  readonly isSure: boolean;
}

interface Meant {
  readonly owners: readonly Owner[];
  /** False: one of the owners is meant, and it is not known which. */
  readonly isSure: boolean;
}

/** A resource in the making. `main` null: a stub or the account. */
export interface Owner {
  readonly key: string;
  readonly type: string;
  readonly reader: CodeReader<unknown>;
  readonly main: DeclaredResource | null;
  readonly satellites: Satellite[];
  readonly detail: string;
  readonly place: Place;
  readonly displayName: string;
}

/** The blocks of a root and the links between them. */
export class RootIndex {
  readonly owners: Owner[] = [];
  readonly byType = new Map<string, DeclaredResource[]>();
  readonly #byAddress = new Map<string, DeclaredResource>();
  /** Address without instance keys → all its instances. */
  readonly #byBareAddress = new Map<string, DeclaredResource[]>();
  /** Block type → text → blocks whose identity attribute has that literal value. */
  readonly #byIdentity = new Map<string, Map<string, DeclaredResource[]>>();
  /** Addresses that some block refers to → the types of those blocks; made when first asked for. */
  #used: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  readonly #ownersOf = new Map<DeclaredResource, Owner[]>();
  readonly #identities: ReadonlyMap<string, readonly string[]>;
  readonly defaultTags: ReadonlyMap<string, Value>;
  readonly providerMajors: ReadonlyMap<string, number>;
  /** Every block type of the root module. */
  readonly types: ReadonlySet<string>;
  readonly readerName: ReaderName | 'live';
  readonly #rootDir: string;
  #doubtsLeft = MAX_DOUBTS;
  readonly #readers = new Map<string, readonly BlockReader[]>();
  readonly #incomplete: ReadonlyMap<string, Incompleteness>;
  /** A block type as this index writes it. */
  readonly spell: (type: string) => string;

  constructor(root: CodeRoot, readers: readonly RegisteredReader[]) {
    this.#rootDir = root.dir;
    this.providerMajors = providerMajors(
      (root.settings ?? []).filter(({ type }) => type === 'required_providers').map(({ block }) => block),
    );
    this.defaultTags = new Map((root.providers ?? []).flatMap(({ key, defaultTags }) => (defaultTags ? [[key, defaultTags]] : [])));
    this.readerName = readerNameOf(root.kind);
    const { used, identities, spell } = readerIndex(readers, root);
    this.#incomplete = root.incomplete ?? new Map();
    this.#identities = identities;
    this.spell = spell;
    for (const resource of root.resources) this.#add(withType(resource, this.spell(resource.type)));
    this.types = new Set(this.byType.keys());
    for (const { type, reader } of used) this.#claim(type, reader);
    for (const { type, reader } of used) this.#attach(type, reader);
  }

  /** Every block of a type, read: made once, readers ask for each of their blocks. */
  readersOf(type: string): readonly BlockReader[] {
    const spelled = this.spell(type);
    const known = this.#readers.get(spelled);
    if (known) return known;
    const readers = [...(this.byType.get(spelled) ?? []).map((each) => BlockReader.of(each)), ...this.lacking(type, nowhere)];
    this.#readers.set(spelled, readers);
    return readers;
  }

  /** For a type of which there may be more blocks than were collected, one of which nothing is known. `owner`: satellites of it only. */
  lacking(type: string, place: Place, owner: DeclaredResource | null = null): readonly BlockReader[] {
    const reason = this.#incomplete.get(type);
    return reason && (!owner || !reason.of || reason.of.has(referenceOf(owner)))
      ? [new BlockReader({ kind: 'unsure', reason }, place, null)]
      : [];
  }

  /** The resource of a type that a block became. */
  ownerOf(resource: DeclaredResource, type: string): Owner | undefined {
    return this.#ownersOf.get(resource)?.find((owner) => owner.type === type);
  }

  /** Blocks of the given types that a value of `from` points at: by reference, else by literal name. */
  targets(value: Value | undefined, types: ReadonlySet<string>, from: DeclaredResource | null): readonly DeclaredResource[] {
    if (!value) return [];
    const referred = this.#referredBy(value, types);
    return referred.length > 0 ? referred : inRegionOf(from, this.#namedBy(value, types));
  }

  /**
   * The resources of a type that a value means. Sure when it refers to one only, or says their name, which several may have: then the one
   * in the module of the block that says it is meant.
   */
  meantBy(value: Value, types: ReadonlySet<string>, by: { readonly type: string; readonly from: DeclaredResource | null }): Meant {
    const ownersOf = (blocks: readonly DeclaredResource[]): Owner[] => blocks.flatMap((block) => this.ownerOf(block, by.type) ?? []);
    const referred = ownersOf(this.#referredBy(value, types));
    if (referred.length > 0) return { owners: this.#affordable(referred), isSure: referred.length === 1 };
    const named = ownersOf(inRegionOf(by.from, this.#namedBy(value, types)));
    const near = named.filter(({ main }) => main?.moduleAddress === by.from?.moduleAddress);
    return { owners: this.#affordable(near.length > 0 ? near : named), isSure: true };
  }

  /** All of them while there are few; thousands of blocks that each mean thousands are no code that anybody runs. */
  #affordable(owners: readonly Owner[]): readonly Owner[] {
    const afforded = owners.slice(0, 1 + this.#doubtsLeft);
    this.#doubtsLeft -= Math.max(0, afforded.length - 1);
    return afforded;
  }

  #referredBy(value: Value, types: ReadonlySet<string>): readonly DeclaredResource[] {
    const found = new Set<DeclaredResource>();
    for (const { address } of value.refs) {
      for (const candidate of this.#instancesOf(address)) if (types.has(blockType(candidate))) found.add(candidate);
      if (found.size > MAX_MEANT) break;
    }
    return [...found];
  }

  #namedBy(value: Value, types: ReadonlySet<string>): readonly DeclaredResource[] {
    const name = identityOf(value);
    if (name === null) return [];
    return [...new Set([...types].flatMap((type) => (this.#byIdentity.get(type)?.get(name) ?? []).slice(0, MAX_MEANT)))];
  }

  /** Exactly the instance that is meant, else those that it may be. */
  #instancesOf(address: string): readonly DeclaredResource[] {
    const exact = this.#byAddress.get(address);
    if (exact) return [exact];
    const instances = this.#byBareAddress.get(bareAddress(address)) ?? [];
    if (!address.includes('[')) return instances.slice(0, MAX_MEANT);
    return instances.slice(0, MAX_MEANT).filter((instance) => mayBeSame(address, referenceOf(instance)));
  }

  /** True when a block of the root module other than `resource` itself, and of none of the types `besides`, refers to it. O(values) once. */
  isUsed(resource: DeclaredResource, besides: readonly string[] = []): boolean {
    this.#used ??= usedAddresses([...this.byType.values()].flat(), (address) => this.#byAddress.has(address));
    const reference = referenceOf(resource);
    const users = [...(this.#used.get(reference) ?? []), ...(this.#used.get(bareAddress(reference)) ?? [])];
    return users.some((type) => !besides.includes(type));
  }

  #add(resource: DeclaredResource): void {
    const type = blockType(resource);
    push(this.byType, type, resource);
    const reference = referenceOf(resource);
    this.#byAddress.set(reference, resource);
    push(this.#byBareAddress, bareAddress(reference), resource);
    const byName = this.#byIdentity.get(type) ?? new Map<string, DeclaredResource[]>();
    this.#byIdentity.set(type, byName);
    for (const name of resource.names ?? []) push(byName, name, resource);
    for (const attribute of resource.names ? [] : (this.#identities.get(type) ?? [])) {
      const value = resource.block.attributes.get(attribute)?.value;
      const name = value && identityOf(value);
      if (name) push(byName, name, resource);
    }
  }

  #claim(type: string, reader: CodeReader<unknown>): void {
    const anchor = reader.anchor?.(contextOf(null, this))?.resource;
    if (anchor) this.owners.push(this.#owner(type, reader, anchor));
    for (const blockKind of reader.types) {
      for (const main of this.byType.get(this.spell(blockKind)) ?? []) {
        if (reader.accepts && !reader.accepts(BlockReader.of(main))) continue;
        const owner = this.#owner(type, reader, main);
        this.owners.push(owner);
        push(this.#ownersOf, main, owner); // one block may be two resources: a role and its inline policies
      }
    }
  }

  #owner(type: string, reader: CodeReader<unknown>, main: DeclaredResource): Owner {
    const key = `${this.#rootDir}|${type}|${referenceOf(main)}`;
    return { key, type, reader, main, satellites: [], detail: '', place: nowhere, displayName: displayName(main, reader) };
  }

  #attach(type: string, reader: CodeReader<unknown>): void {
    const stubs = new Map<string, Owner>();
    let types: ReadonlySet<string> | null = null;
    for (const satelliteType in reader.satellites) {
      const attribute = reader.satellites[satelliteType] ?? '';
      for (const satellite of this.byType.get(this.spell(satelliteType)) ?? []) {
        types ??= new Set(reader.types.map(this.spell));
        const named = satellite.block.attributes.get(attribute)?.value;
        const links = named ? this.#parentsOf(named, types, { type, from: satellite }) : new Map<Owner, boolean>();
        if (links.size === 0 && reader.lonelySatellites === 'ignored') continue;
        if (links.size === 0) links.set(this.#stub(stubs, satellite, named, { type, reader }), true);
        for (const [owner, isSure] of links) owner.satellites.push({ from: satellite, isSure });
      }
    }
  }

  /** Parents and whether each is certain: a list names all of its elements, anything else one of what it may be. */
  #parentsOf(named: Value, types: ReadonlySet<string>, by: { type: string; from: DeclaredResource }): Map<Owner, boolean> {
    const parents = new Map<Owner, boolean>();
    for (const value of elementsOf(named)) {
      const { owners, isSure } = this.meantBy(value, types, by);
      for (const owner of owners) parents.set(owner, isSure || parents.get(owner) === true);
    }
    return parents;
  }

  #stub(
    stubs: Map<string, Owner>,
    satellite: DeclaredResource,
    named: Value | undefined,
    of: { type: string; reader: CodeReader<unknown> },
  ): Owner {
    const text = named ? toText(named) : '';
    const target = named?.refs[0]?.address ?? (typeof text === 'string' && text !== '' ? text : satellite.address);
    const known = stubs.get(target);
    const isSecond = of.reader.single?.includes(blockType(satellite)) && known?.satellites.some(({ from }) => from.type === satellite.type);
    if (known && !isSecond && of.reader.lonelySatellites !== 'each') return known;
    const owner: Owner = {
      key: `${this.#rootDir}|${of.type}|${referenceOf(satellite)}`,
      ...of,
      main: null,
      satellites: [],
      detail: `${target === satellite.address ? 'it' : target} is not in this code`,
      place: BlockReader.of(satellite).place,
      displayName: target,
    };
    stubs.set(target, owner);
    this.owners.push(owner);
    return owner;
  }
}

/** A name of a live account is taken in each region: the one beside is meant. */
function inRegionOf(from: DeclaredResource | null, named: readonly DeclaredResource[]): readonly DeclaredResource[] {
  if (named.length < 2 || from?.names === undefined) return named;
  const region = regionOf(from);
  const near = named.filter((each) => regionOf(each) === region);
  return near.length > 0 ? near : named;
}

function contextOf(owner: Owner | null, index: RootIndex): ReaderContext {
  const ofType = (type: string): readonly Satellite[] =>
    (owner?.satellites ?? []).filter(({ from }) => blockType(from) === index.spell(type));
  const head: Place = { ...(owner?.main ? BlockReader.of(owner.main).place : (owner?.place ?? nowhere)) };
  const refTo = (block: BlockReader, type: string): RefNode => {
    const target = block.resource && index.ownerOf(block.resource, type);
    return { node: 'ref', target: target ? target.key : null, place: block.place, reason: null };
  };
  const refOf = (value: Value, place: Place, type: string, from: DeclaredResource | null): RefNode => {
    const { owners, isSure } = index.meantBy(value, index.types, { type, from });
    const reason = value.kind === 'unknown' && !value.refs.length ? value.reason : null;
    const [target] = owners;
    if (!isSure) return { node: 'ref', target: null, place, reason: { code: 'computed', detail: 'it is not known which one is meant' } };
    return { node: 'ref', target: target?.key ?? null, place, reason };
  };
  return {
    satellites: (type) => [...ofType(type).map(satelliteReader), ...index.lacking(type, head, owner?.main)],
    satellite: (type) =>
      ofType(type).slice(0, 1).map(sureOrNot)[0] ??
      index.lacking(type, head, owner?.main)[0] ??
      (owner?.main
        ? new BlockReader({ kind: 'absent' }, head, owner.main)
        : BlockReader.outside(owner?.detail ?? 'not in this code', head)),
    providerMajor: (provider) =>
      index.providerMajors.get(provider) ?? index.providerMajors.get(`${provider}-beta`) ?? NEWEST_MAJOR[provider],
    tags: (block) => effectiveTags(block, index),
    all: (type) => index.readersOf(type),
    isUsed: (block, besides) => block.resource !== null && index.isUsed(block.resource, besides),
    targets: (value, types) =>
      index.targets(value, new Set(types.map(index.spell)), owner?.main ?? null).map((each) => BlockReader.of(each)),
    ref: (block, attribute, type) => {
      const value = block.value(attribute);
      if (!value) return block.missing(attribute);
      return refOf(value, block.placeOf(attribute), type, block.resource);
    },
    requiredRef: (block, attribute, type) => {
      const value = block.value(attribute);
      if (value) return refOf(value, block.placeOf(attribute), type, block.resource);
      const { reason, place } = block.string(attribute);
      return {
        node: 'ref',
        target: null,
        place,
        reason: reason ?? { code: 'unresolved-reference', detail: `${attribute} is not written` },
      };
    },
    refs: (block, attribute, type) => refList(block, attribute, (value, place) => refOf(value, place, type, block.resource)),
    refTo,
  };
}

/** As an element of a list: uncertain when it may not exist or may belong to another resource. */
function satelliteReader({ from, isSure }: Satellite): BlockReader {
  if (isSure) return BlockReader.of(from);
  return new BlockReader({ kind: 'present', block: { ...from.block, uncertain: true } }, BlockReader.of(from).place, from);
}

/** Of a satellite that may not exist (count unknown), or may belong to another resource, nothing is certain. */
function sureOrNot({ from, isSure }: Satellite): BlockReader {
  if (isSure && !from.block.uncertain) return BlockReader.of(from);
  const detail = `it is not known whether ${from.address} ${isSure ? 'exists' : 'belongs to it'}`;
  return new BlockReader({ kind: 'unsure', reason: { code: 'computed', detail } }, BlockReader.of(from).place, from);
}

/** One link for each element; a list that is not known as a whole may hold what it refers to, and more. */
function refList(block: BlockReader, attribute: string, toRef: (value: Value, place: Place) => RefNode): ListNode<never> {
  const value = block.value(attribute);
  const place = block.placeOf(attribute);
  if (!value) return { node: 'list', items: [], rest: block.strings(attribute).rest, place };
  const isOpen = value.kind === 'unknown';
  const list = value.kind === 'list' || value.kind === 'set' ? flattened(value) : null;
  const nodes = elementsOf(list ?? value)
    .filter((item) => item.kind !== 'null')
    .map((item) => ({ node: toRef(item, placeWithin(place, item)), uncertain: isOpen }))
    .filter(({ node }) => !isOpen || node.target !== null);
  const rest = list ? list.rest : isOpen ? value : null;
  return {
    node: 'list',
    items: nodes.map(({ node, uncertain }) => ({ node: node as never, uncertain })), // a ref stands for whatever type the shape links to
    rest: rest && unresolved(rest.reason, placeWithin(place, rest)),
    place,
  };
}

function originOf(owner: Owner, root: CodeRoot): Resource['origin'] {
  const part = owner.main ?? owner.satellites[0]?.from;
  if (!part) throw new Error('a resource without any block'); // owners are only made from blocks
  return blockOrigin(part, root);
}

function blockOrigin(part: DeclaredResource, root: CodeRoot): Resource['origin'] {
  return {
    kind: root.kind,
    address: part.address,
    definition: `${part.moduleDir}#${blockType(part)}.${part.name}`,
    rootDir: root.dir,
    range: part.block.range,
    head: part.block.head,
  };
}

function withType(resource: DeclaredResource, type: string): DeclaredResource {
  return type === resource.type ? resource : { ...resource, type };
}

function providerOf(type: string): Provider {
  const [provider] = type.split('.');
  if (provider === 'repository') return provider;
  return provider === 'azure' || provider === 'gcp' || provider === 'kubernetes' || provider === 'docker' ? provider : 'aws';
}

function displayName(main: DeclaredResource, reader: CodeReader<unknown>): string {
  for (const attribute of reader.identity ?? []) {
    const text = textOf(main, attribute);
    if (text) return text.length > MAX_NAME ? `${text.slice(0, MAX_NAME)}…` : text;
  }
  return main.label ?? main.address;
}

/** Names stand in every message; those of the clouds have 255 characters at most. */
const MAX_NAME = 300;

function textOf(resource: DeclaredResource, attribute: string): string | null {
  const value = resource.block.attributes.get(attribute)?.value;
  // A sensitive name is shown by nobody: the address stands for the resource then.
  const text = value && value.kind !== 'null' && !value.sensitive ? toText(value) : null;
  return typeof text === 'string' && text !== '' ? text : null;
}

function regionOf(main: DeclaredResource | null): string | null {
  return main?.region.kind === 'string' ? main.region.value : null;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  // An array that grows makes room for sixteen more; most of these have one or two elements.
  if (list?.length === 1) map.set(key, [...list, value]);
  else if (list) list.push(value);
  else map.set(key, [value]);
}
