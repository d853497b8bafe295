/** Roots of code or live accounts → everything the analyses know, joined by names. */
import { BlockReader, blockType } from '../code/index.ts';
import type { CodeRoot } from '../code/index.ts';
import type { DeclaredResource } from '../declared.ts';
import { readerNameOf } from '../resource.ts';
import type { UnknownReason } from '../value.ts';
import { accountByNames, providerAccounts } from './aws/index.ts';
import { cloudAccounts } from './provider-accounts.ts';
import { knownTagsOf } from './tags.ts';
import type { EntityBase, EntityContext, EntityReader } from './entity.ts';
import type { Entity, EntityMap } from './kinds.ts';
import { Naming, UNNAMED_ACCOUNT } from './naming.ts';
import { entityReaders, nameRules } from './readers.ts';

export interface EstateOptions {
  /** Account of code that does not say its own. Default: what other code says, else {@link UNNAMED_ACCOUNT}. */
  readonly account?: string;
  /** Told of a reader that failed on a block: that block is left out, nothing else. */
  readonly failed?: (resource: DeclaredResource, error: unknown) => void;
  /** Shared by estates that have roots in common, the very same objects; changes what reading costs, never what is read. */
  readonly memory?: EstateMemory;
}

/** What was read of a root, and what that hung on beside the root. */
interface ReadRoot {
  readonly account: string;
  readonly prefix: string;
  readonly entities: readonly Entity[];
}

export class EstateMemory {
  readonly roots = new WeakMap<CodeRoot, ReadRoot>();
  /** The account that the names of a root say. */
  readonly accounts = new WeakMap<CodeRoot, string | null>();
}

/** What the analyses take. */
export class Estate {
  readonly #byKind: ReadonlyMap<string, readonly Entity[]>;
  readonly #byName = new Map<string, Map<string, Entity[]>>();
  /** Block types of which there may be more than were read, and why. */
  readonly incomplete: ReadonlyMap<string, UnknownReason>;

  constructor(entities: readonly Entity[], incomplete: ReadonlyMap<string, UnknownReason> = new Map()) {
    this.#byKind = Map.groupBy(entities, ({ kind }) => kind);
    this.incomplete = incomplete;
  }

  all<K extends keyof EntityMap>(kind: K): readonly EntityMap[K][] {
    // Grouped by the very kind that the map is keyed by, which the compiler cannot follow.
    return (this.#byKind.get(kind) ?? []) as readonly Entity[] as never;
  }

  /** Those of a kind that a text names: an ARN, an id, a name. Names are only unique in an account: those of the account of `near` come first. */
  named<K extends keyof EntityMap>(kind: K, text: string, near?: Pick<EntityBase, 'account'>): readonly EntityMap[K][] {
    const found: readonly EntityMap[K][] = (this.#index(kind).get(text) ?? []) as readonly Entity[] as never; // indexed by this very kind
    if (!near || found.length < 2) return found;
    const own = found.filter(({ account }) => account === near.account);
    return own.length > 0 ? own : found;
  }

  #index(kind: string): Map<string, Entity[]> {
    const known = this.#byName.get(kind);
    if (known) return known;
    const index = new Map<string, Entity[]>();
    for (const entity of this.#byKind.get(kind) ?? []) {
      for (const name of entity.names) {
        const same = index.get(name);
        if (same) same.push(entity);
        else index.set(name, [entity]);
      }
    }
    this.#byName.set(kind, index);
    return index;
  }
}

/** Reads what the analyses need of all roots. Linear in the size of the code. */
export function readEstate(roots: readonly CodeRoot[], { account: given, failed, memory }: EstateOptions = {}): Estate {
  const accountIn = accountsOf(roots, given, memory);
  const all: (readonly Entity[])[] = [];
  const incomplete = new Map<string, UnknownReason>();
  for (const [index, root] of roots.entries()) {
    for (const [type, reason] of root.incomplete ?? []) incomplete.set(type, reason);
    const prefix = index === 0 || root.kind === 'live' ? '' : `${index}.`;
    const account = accountIn(root);
    const kept = memory?.roots.get(root);
    if (kept?.account === account && kept.prefix === prefix) {
      all.push(kept.entities);
      continue;
    }
    let isWhole = true;
    const entities = entitiesIn(root, { account, prefix }, (declared, error) => {
      isWhole = false;
      failed?.(declared, error);
    });
    if (isWhole) memory?.roots.set(root, { account, prefix, entities });
    all.push(entities);
  }
  return new Estate(all.flat(), incomplete);
}

function entitiesIn(
  root: CodeRoot,
  { account, prefix }: Pick<ReadRoot, 'account' | 'prefix'>,
  failed: (resource: DeclaredResource, error: unknown) => void,
): readonly Entity[] {
  const accounts = new Map([...providerAccounts(root), ...cloudAccounts(root)]);
  const naming = new Naming(root, { rules: nameRules, account, accounts, prefix });
  const entities: Entity[] = [];
  for (const declared of root.resources) {
    // Resource Manager takes its types in any case.
    const readers = entityReaders.get(blockType(declared)) ?? entityReaders.get(blockType(declared).toLowerCase());
    if (!readers) continue;
    try {
      const resolved = root.kind === 'live' ? declared : naming.resolve(declared);
      entities.push(...entitiesOf(resolved, { root, naming, readers }));
    } catch (error) {
      failed(declared, error);
    }
  }
  return entities;
}

/**
 * The account of each root: its own, the given one, that which its ARNs name. Code that says nothing is taken to be for the account that most
 * of the other code names: as good as any other answer, and what one repository is for in most cases.
 */
function accountsOf(roots: readonly CodeRoot[], given: string | undefined, memory = new EstateMemory()): (root: CodeRoot) => string {
  if (given !== undefined) return (root) => root.account ?? given;
  const named = new Map(roots.filter(({ kind }) => kind !== 'live').map((root) => [root, saidBy(root, memory)]));
  const votes = new Map<string, number>();
  for (const [root, account] of named) {
    const all = new Set([...(account === null ? [] : [account]), ...providerAccounts(root).values()]);
    for (const each of all) votes.set(each, (votes.get(each) ?? 0) + 1);
  }
  const [most] = [...votes].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return (root) => root.account ?? named.get(root) ?? most?.[0] ?? UNNAMED_ACCOUNT;
}

function saidBy(root: CodeRoot, { accounts }: EstateMemory): string | null {
  const known = accounts.get(root);
  if (known !== undefined) return known;
  const account = accountByNames(root);
  accounts.set(root, account);
  return account;
}

interface Reading {
  readonly root: CodeRoot;
  readonly naming: Naming;
  readonly readers: readonly EntityReader<Entity>[];
}

function entitiesOf(declared: DeclaredResource, { root, naming, readers }: Reading): readonly Entity[] {
  const names = naming.namesOf(declared);
  const words = wordsOf(root);
  const block = BlockReader.of(declared);
  const arn = names.find((each) => each.startsWith('arn:'));
  const base: EntityBase = {
    id: arn ?? names[0] ?? declared.address,
    // Findings show the role that SAM makes as its function; on a path it is something else.
    node: declared.type === 'AWS::IAM::Role' ? (declared.reference ?? declared.address) : declared.address,
    names,
    type: declared.type,
    account: naming.accountOf(declared),
    region: declared.region.kind === 'string' ? declared.region.value : null,
    place: declared.block.head,
    uncertain: declared.block.uncertain,
    tags: knownTagsOf(block, root),
  };
  const context: EntityContext = {
    declared,
    base,
    arn: arn ?? base.id,
    words,
    isLive: root.kind === 'live',
    partition: 'aws',
    symbol: (address) => naming.symbol(address),
  };
  return readers.flatMap((reader) => reader.read(block, context));
}

function wordsOf(root: CodeRoot): EntityContext['words'] {
  if (root.kind !== 'live') {
    const reader = readerNameOf(root.kind);
    return reader === 'terraform' || reader === 'cloudformation' || reader === 'arm' ? reader : 'kubernetes';
  }
  return root.cloud === 'aws' ? 'cloudformation' : root.cloud === 'azure' ? 'arm' : root.cloud === 'gcp' ? 'terraform' : 'kubernetes';
}
