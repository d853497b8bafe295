/** Readers of what holds data, made of a row of a table: which paths of a block say what, and which actions reach its content. */
import type { BlockReader } from '../code/index.ts';
import { classify } from './classes.ts';
import type { EntityContext, EntityReader } from './entity.ts';
import { leaksAt } from './leaks.ts';
import { NO_TEXTS, flagAt, isWritten, textAt, textsAt } from './reading.ts';
import { isUndecided } from './undecided.ts';
import type { Known, Texts } from './undecided.ts';
import type { DataStore, StoreActions, StoreSays, StoreSetting } from './workload.ts';

/** Paths are separated by spaces. */
export interface StoreRow {
  readonly types: string;
  readonly kind: string;
  readonly name?: string;
  readonly access: StoreActions;
  readonly key?: string;
  /** A path that holds true or false; or a function. */
  readonly encrypted?: string | ((block: BlockReader) => Known<boolean | undefined>);
  readonly managedPassword?: string;
  /** Where one of these is written it is logged. */
  readonly logged?: string | ((block: BlockReader) => Known<boolean | undefined>);
  readonly blocksPublic?: (block: BlockReader) => Known<boolean | undefined>;
  readonly blocksPublicAcls?: (block: BlockReader) => Known<boolean | undefined>;
  /** Shared in ways that no path of account ids says. */
  readonly shares?: (block: BlockReader) => Texts;
  readonly copiesTo?: string;
  readonly copyOf?: string;
  readonly sharedWith?: string;
  /** Content written in code, and what a credential there is said to stand in. */
  readonly content?: readonly [paths: string, where: string];
  /** When this says no, the block is something else (a parameter of plain text). */
  readonly when?: (block: BlockReader) => boolean;
}

export const STORE_SAYS_NOTHING: StoreSays = {
  key: undefined,
  blocksPublic: undefined,
  blocksPublicAcls: undefined,
  copiesTo: NO_TEXTS,
  credentials: [],
  isLogged: undefined,
  isEncrypted: undefined,
  hasManagedPassword: undefined,
  sharedWith: NO_TEXTS,
  copyOf: NO_TEXTS,
};

export function storeReader(row: StoreRow): EntityReader<DataStore> {
  return {
    types: row.types.split(' '),
    read: (block, context) => (row.when && !row.when(block) ? [] : [storeOf(row, block, context)]),
  };
}

function storeOf(row: StoreRow, block: BlockReader, context: EntityContext): DataStore {
  const written = row.name === undefined ? undefined : textAt(block, row.name);
  const name = isUndecided(written) ? undefined : written;
  const store = {
    ...context.base,
    kind: 'data-store' as const,
    storeKind: row.kind,
    name,
    access: row.access,
    ...saysOf(row, block, context),
  };
  return { ...store, ...classify(store) };
}

function saysOf(row: StoreRow, block: BlockReader, context: EntityContext): StoreSays {
  const flag = (paths: string | ((block: BlockReader) => Known<boolean | undefined>) | undefined): Known<boolean | undefined> =>
    paths === undefined ? undefined : typeof paths === 'string' ? flagAt(block, paths) : paths(block);
  return {
    key: row.key === undefined ? undefined : textAt(block, row.key),
    isEncrypted: flag(row.encrypted),
    hasManagedPassword: flag(row.managedPassword),
    isLogged: typeof row.logged === 'string' ? isWritten(block, row.logged) : flag(row.logged),
    blocksPublic: row.blocksPublic?.(block),
    blocksPublicAcls: row.blocksPublicAcls?.(block),
    copiesTo: row.copiesTo === undefined ? NO_TEXTS : textsAt(block, row.copiesTo),
    copyOf: row.copyOf === undefined ? NO_TEXTS : textsAt(block, row.copyOf),
    sharedWith: row.shares?.(block) ?? (row.sharedWith === undefined ? NO_TEXTS : textsAt(block, row.sharedWith)),
    credentials: row.content ? leaksAt(block, row.content[0], { where: row.content[1], context }) : [],
  };
}

/** A block that only adds to stores of a kind (or kinds with a prefix). `of`: the kind, and paths of the store's name; '' where it holds for all of the account. */
export function storeSettingReader(
  types: string,
  [kind, of]: readonly [kind: string, of: string],
  says: (block: BlockReader, context: EntityContext) => Partial<StoreSays> | null,
): EntityReader<StoreSetting> {
  return {
    types: types.split(' '),
    read: (block, context) => {
      const said = says(block, context);
      const store = of === '' ? undefined : textAt(block, of);
      return said ? [{ ...context.base, kind: 'store-setting', store, ofKind: kind, isForAll: of === '', says: said }] : [];
    },
  };
}
