/** Code and live accounts → drift: changed, missing, unmanaged, code-ahead, each with what it does to security. */
import type { CloudProvider, DeclaredResource, RegisteredReader, Resource } from '@kumomori/model';
import { readerFor } from '@kumomori/model';
import type { AttributeDrift, SkipReason, SkippedAttribute } from './compare.ts';
import { compareResources } from './compare.ts';
import type { Flip, Judging } from './delta.ts';
import { failuresOf, flipsBetween, ranked } from './delta.ts';
import type { MadeBy } from './made-by-cloud.ts';
import { madeByCloud } from './made-by-cloud.ts';
import type { Identity, Match, MatchOptions, Matching } from './match.ts';
import { areNamesakes, isSetting, matchThings } from './match.ts';
import { ignoresEverything } from './prepare.ts';
import type { Side, Thing } from './thing.ts';
import { isGeneral } from './thing.ts';

export type DriftKind = 'changed' | 'missing' | 'unmanaged' | 'code-ahead';

export interface Drift {
  readonly kind: DriftKind;
  /** Null for what is unmanaged. */
  readonly code: Thing | null;
  /** Null for what is missing; of what is code-ahead the live thing that would be in its way. */
  readonly live: Thing | null;
  readonly match: Pick<Match, 'confidence' | 'by'> | null;
  readonly attributes: readonly AttributeDrift[];
  /** The worst first. Of code-ahead: what applying it would bring. */
  readonly flips: readonly Flip[];
  /** By what the cloud would know a missing thing. */
  readonly names: readonly string[];
}

/** Why a resource was not compared at all. */
export type NotComparedReason =
  | 'ambiguous' // several live resources fit, or several of the code want one
  | 'no-identity' // no name in the code, and no state that says which one it is
  | 'incomplete' // its type was not collected completely
  | 'region-not-collected' // its region is none of the snapshot's
  | 'not-read-live' // nothing reads this type from a live account
  | 'may-be-managed' // live; the code has some of its type that nothing tells apart
  | 'in-another' // live accounts hold it as a part of another resource
  | 'no-account' // the snapshot has no account of this cloud
  | 'ignore-all'; // lifecycle { ignore_changes = all }

export interface NotCompared {
  readonly thing: Thing;
  readonly reason: NotComparedReason;
  readonly detail: string;
}

export interface SkippedOf extends SkippedAttribute {
  readonly thing: Thing;
}

export interface DriftResult {
  readonly drifts: readonly Drift[];
  /** Pairs whose attributes were compared. */
  readonly matched: number;
  readonly notCompared: readonly NotCompared[];
  readonly skipped: readonly SkippedOf[];
  readonly madeByCloud: readonly { readonly thing: Thing; readonly madeBy: MadeBy }[];
}

export interface DriftOptions extends MatchOptions {
  readonly judging: Judging;
  /** Null: there is no state. */
  readonly isInState: ((thing: Thing) => boolean | null) | null;
  /** Whether a live account of this cloud could show blocks of this type at all. */
  readonly isObservable: (cloud: CloudProvider, blockType: string) => boolean;
  /** Whether anybody asked in the region for blocks of one of these types. */
  readonly isCollectedIn: (cloud: CloudProvider, region: string, blockTypes: readonly string[]) => boolean;
}

/** O(resources + compared attributes + checks of changed resources). Every side stays in memory. */
export function detectDrift(code: readonly Side[], live: readonly Side[], options: DriftOptions): DriftResult {
  return new Detection(code, live, options).result();
}

class Detection {
  readonly #code: readonly Side[];
  readonly #live: readonly Side[];
  readonly #options: DriftOptions;
  readonly #matching: Matching;
  readonly #sideOf: ReadonlyMap<Thing, Side>;
  readonly #readers: ReadonlyMap<string, RegisteredReader>;
  /** Key of a resource → what stands for it on both sides. */
  readonly #identity = new Map<string, string>();
  readonly #names = new Map<string, string>();
  /** Matched, or a candidate. */
  readonly #taken: ReadonlySet<Thing>;
  #open: readonly Thing[] | null = null;
  /** Types of which the code has things that nothing tells apart, with one of these. */
  readonly #untold = new Map<string, Thing>();
  readonly #notCompared: NotCompared[] = [];
  readonly #skipped: SkippedOf[] = [];

  constructor(code: readonly Side[], live: readonly Side[], options: DriftOptions) {
    this.#code = code;
    this.#live = live;
    this.#options = options;
    this.#readers = new Map(options.readers.map((each) => [each.type, each]));
    this.#sideOf = new Map([...code, ...live].flatMap((side) => side.things.map((thing) => [thing, side] as const)));
    this.#matching = matchThings(thingsOf(code), thingsOf(live), options);
    this.#taken = new Set([
      ...this.#matching.matches.map(({ live: thing }) => thing),
      ...this.#matching.ambiguous.flatMap(({ candidates }) => candidates),
    ]);
    for (const thing of this.#sideOf.keys()) for (const { key } of thing.views) this.#names.set(key, thing.declared.address);
    for (const each of this.#matching.matches) {
      const views = new Map(each.live.views.map(({ type, key }) => [type, key]));
      for (const { type, key } of each.code.views) this.#identity.set(key, views.get(type) ?? each.live.main.key);
      for (const key of views.values()) this.#identity.set(key, key);
    }
  }

  result(): DriftResult {
    const drifts = [
      ...this.#matching.matches.flatMap((match) => this.#pair(match)),
      ...this.#matching.unmatched.flatMap(({ code, identity }) => this.#lost(code, identity)),
    ];
    for (const { code, candidates } of this.#matching.ambiguous)
      this.#leave(
        code,
        'ambiguous',
        candidates
          .map(({ declared }) => declared.address)
          .slice(0, 5)
          .join(', '),
      );
    for (const thing of this.#matching.anonymous) this.#anonymous(thing, drifts);
    for (const { inAnother } of this.#code) for (const thing of inAnother) this.#leave(thing, 'in-another', '');
    const { unmanaged, made } = this.#unmanaged();
    return {
      drifts: [...drifts, ...unmanaged],
      matched: this.#matching.matches.length,
      notCompared: this.#notCompared,
      skipped: this.#skipped,
      madeByCloud: made,
    };
  }

  #pair(match: Match): readonly Drift[] {
    const { code, live, confidence, by } = match;
    const isAhead = this.#options.isInState?.(code) === false;
    const base = { code, live, match: { confidence, by }, names: [] };
    if (ignoresEverything(code.declared)) this.#leave(code, 'ignore-all', '');
    const { attributes, flips } = ignoresEverything(code.declared) ? nothingChanged : this.#compare(code, live);
    if (isAhead) return [{ kind: 'code-ahead', ...base, attributes, flips }];
    return attributes.length > 0 ? [{ kind: 'changed', ...base, attributes, flips }] : [];
  }

  #compare(code: Thing, live: Thing): Pick<Drift, 'attributes' | 'flips'> {
    const attributes: AttributeDrift[] = [];
    const flips: Flip[] = [];
    const seen = new Set<string>();
    const [codeSide, liveSide] = [this.#sideOf.get(code), this.#sideOf.get(live)];
    if (!codeSide || !liveSide) return nothingChanged;
    // What everybody sees in a thing is said of its main view; the same change in another view is the same change.
    for (const view of [code.main, ...code.views.filter((each) => each !== code.main)]) {
      const other = live.views.find(({ type }) => type === view.type);
      if (!other || (view !== code.main && isGeneral(view) && !hasOnlyTags(view))) continue;
      const found = compareResources(view, other, {
        sameAs: (key) => this.#identity.get(key) ?? null,
        nameOf: (key) => this.#names.get(key) ?? key,
      });
      for (const skip of view === code.main ? found.skipped : []) this.#skipped.push({ thing: code, ...skip });
      const prefix = view === code.main ? '' : `${view.type.slice(view.type.lastIndexOf('.') + 1)}.`;
      for (const change of found.changes) {
        const key = fingerprint(change);
        if (!seen.has(key)) attributes.push({ ...change, path: `${prefix}${change.path}` });
        seen.add(key);
      }
      flips.push(
        ...flipsBetween(
          { resource: view, side: codeSide },
          { resource: other, side: liveSide },
          found.changes.map(({ path }) => path),
          this.#options.judging,
        ).map((flip) => ({ ...flip, because: flip.because.map((path) => `${prefix}${path}`) })),
      );
    }
    return { attributes, flips: ranked(flips) };
  }

  /** Nothing live has its name. */
  #lost(code: Thing, { by, names }: Identity): readonly Drift[] {
    const drift = { code, live: null, match: null, attributes: [], names };
    if (this.#options.isInState?.(code) === false) return [{ kind: 'code-ahead', ...drift, flips: this.#failures(code, 'code') }];
    const gap = this.#gap(code);
    // Ids of a provider may be words of its own, put together from several.
    const isOwnWord = by === 'state' && !names.some((name) => name.startsWith('arn:'));
    if (!gap && isOwnWord && this.#left().some(({ main }) => main.type === code.main.type)) {
      this.#untold.set(code.main.type, code);
      this.#leave(code, 'no-identity', '');
      return [];
    }
    if (!gap) return [{ kind: 'missing', ...drift, flips: [] }];
    this.#leave(code, gap.reason, gap.detail);
    return [];
  }

  /** Live things that no thing of the code was found to be, and none may be. */
  #left(): readonly Thing[] {
    this.#open ??= thingsOf(this.#live).filter((thing) => !this.#taken.has(thing));
    return this.#open;
  }

  #anonymous(thing: Thing, drifts: Drift[]): void {
    if (this.#options.isInState?.(thing) === false)
      drifts.push({
        kind: 'code-ahead',
        code: thing,
        live: null,
        match: null,
        attributes: [],
        names: [],
        flips: this.#failures(thing, 'code'),
      });
    else {
      const gap = this.#gap(thing);
      this.#untold.set(thing.main.type, thing);
      this.#leave(
        thing,
        gap?.reason === 'incomplete' ? 'no-identity' : (gap?.reason ?? 'no-identity'),
        gap?.reason === 'incomplete' ? '' : (gap?.detail ?? ''),
      );
    }
  }

  /** Why a thing that is not among the live ones may be there all the same; null when it is certainly not. */
  #gap(thing: Thing): Omit<NotCompared, 'thing'> | null {
    const cloud = thing.main.provider as CloudProvider;
    const accounts = this.#live.filter(({ root }) => root.cloud === cloud);
    if (accounts.length === 0) return { reason: 'no-account', detail: thing.main.provider };
    const types = this.#liveTypes(thing, cloud);
    if (types.length === 0) return { reason: 'not-read-live', detail: thing.main.type };
    const { region } = thing.main;
    if (region !== null && !this.#options.isCollectedIn(cloud, region, types)) return { reason: 'region-not-collected', detail: region };
    for (const { root } of accounts) {
      const lack = types.flatMap((type) => root.incomplete?.get(type) ?? [])[0];
      if (lack) return { reason: 'incomplete', detail: lack.detail };
    }
    return null;
  }

  /** As what a thing would be declared when it is read live: blocks with its own name rather than others that are also seen as such. */
  #liveTypes({ main, declared }: Thing, cloud: CloudProvider): readonly string[] {
    const registered = this.#readers.get(main.type);
    const reader = registered && readerFor(registered, { kind: 'live', cloud });
    const types = (reader?.types ?? []).filter((type) => this.#options.isObservable(cloud, type));
    if (types.includes(declared.type)) return [declared.type];
    if (isGeneral(main)) return types.filter((type) => areNamesakes(type, declared.type));
    const name = main.type.slice(main.type.indexOf('.') + 1).replaceAll(/[^a-z0-9]/g, '');
    const isNamesake = (type: string): boolean =>
      type
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '')
        .includes(name);
    const own = types.filter(isNamesake);
    return own.length > 0 ? own : types;
  }

  #unmanaged(): { readonly unmanaged: readonly Drift[]; readonly made: DriftResult['madeByCloud'] } {
    const unmanaged: Drift[] = [];
    const made: { thing: Thing; madeBy: MadeBy }[] = [];
    const clouds = new Set(thingsOf(this.#code).map(({ main }) => main.provider as string));
    const partly = new Set(this.#code.flatMap(({ stubs }) => stubs.map(({ type, name }) => `${type}|${name}`)));
    const defaults = defaultNetworks(this.#live);
    for (const thing of this.#left()) {
      if (isSetting(thing) || !clouds.has(thing.main.provider) || !this.#isWritable(thing.main)) continue;
      const names = [thing.declared.address, ...(thing.declared.names ?? [])];
      // A project is where things are looked for.
      if (thing.declared.type === 'google_project' && names.includes(thing.root.account ?? '')) continue;
      if (thing.views.some(({ type }) => names.some((name) => partly.has(`${type}|${name}`)))) continue;
      const madeBy = madeByCloud(thing) ?? (isPartOf(thing.declared, defaults) ? 'default-network' : null);
      const untold = this.#untold.get(thing.main.type);
      if (madeBy) made.push({ thing, madeBy });
      else if (untold) this.#leave(thing, 'may-be-managed', untold.declared.address);
      else
        unmanaged.push({
          kind: 'unmanaged',
          code: null,
          live: thing,
          match: null,
          attributes: [],
          names: [],
          flips: this.#failures(thing, 'live'),
        });
    }
    return { unmanaged, made };
  }

  /** Could anybody have written it in code? What only an API tells of is no resource of its own. */
  #isWritable({ type }: Resource): boolean {
    const registered = this.#readers.get(type);
    return [registered?.terraform, registered?.cloudformation, registered?.arm, registered?.kubernetes].some(
      (reader) => reader !== undefined,
    );
  }

  #failures(thing: Thing, which: 'code' | 'live'): readonly Flip[] {
    const side = this.#sideOf.get(thing);
    if (!side) return [];
    return ranked(thing.views.flatMap((resource) => failuresOf({ resource, side }, which, this.#options.judging)));
  }

  #leave(thing: Thing, reason: NotComparedReason, detail: string): void {
    this.#notCompared.push({ thing, reason, detail });
  }
}

const nothingChanged: Pick<Drift, 'attributes' | 'flips'> = { attributes: [], flips: [] };

function thingsOf(sides: readonly Side[]): readonly Thing[] {
  return sides.flatMap(({ things }) => things);
}

function hasOnlyTags({ fields }: Resource): boolean {
  return Object.keys(fields.fields).every((key) => key === 'tags' || key === 'labels');
}

/** The last name of the path and both values: `policy.statements[]` and `document.statements[]` of two views are one change. */
function fingerprint({ path, code, live }: AttributeDrift): string {
  return `${path.slice(path.lastIndexOf('.') + 1)} ${JSON.stringify([code, live])}`;
}

/** Ids of the networks that AWS makes in every region. */
export function defaultNetworks(live: readonly Side[]): ReadonlySet<string> {
  const vpcs = thingsOf(live).filter(({ declared }) => {
    const isDefault = declared.block.attributes.get('IsDefault')?.value;
    return declared.type === 'AWS::EC2::VPC' && isDefault?.kind === 'bool' && isDefault.value;
  });
  return new Set(vpcs.flatMap(({ declared }) => declared.names ?? []));
}

const PARTS_OF_NETWORKS = /^AWS::EC2::(?:Subnet|RouteTable|NetworkAcl|InternetGateway)$/;

export function isPartOf({ type, block }: DeclaredResource, networks: ReadonlySet<string>): boolean {
  const vpc = block.attributes.get('VpcId')?.value;
  return PARTS_OF_NETWORKS.test(type) && vpc?.kind === 'string' && networks.has(vpc.value);
}

export type { SkipReason };
