/** The resources of a snapshot, account by account. */
import type { CloudProvider, JsonObject, Resource, UnknownReason } from '@kumomori/model';
import { resourceReaders } from '@kumomori/model';
import type { Messages } from '../i18n/index.ts';
import { readResources } from './evaluate-checks.ts';
import { openLive } from './live-target.ts';
import { plainFields } from './plain-fields.ts';
import { aboutSnapshots } from './snapshot-errors.ts';

/** What is compared of a resource. */
export interface PlainResource {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly region: string | null;
  readonly fields: JsonObject;
}

export interface AccountResources {
  readonly provider: CloudProvider;
  readonly account: string;
  /** By type and id. */
  readonly resources: ReadonlyMap<string, PlainResource>;
  /** Why a resource that is not among them may exist all the same; null when it does not exist. */
  readonly absenceOf: (key: string, other: AccountResources) => string | null;
  /** Type of the template by key, for `absenceOf`. */
  readonly blockTypes: ReadonlyMap<string, string>;
}

/** Sorted by provider and account. Memory is bounded by the largest account, if the caller lets go of them. Throws AppErrors. */
export function* resourcesByAccount(folder: string, messages: Messages): Generator<AccountResources> {
  const live = aboutSnapshots(messages, () => openLive(folder));
  for (const root of live.roots()) {
    const resources = new Map<string, PlainResource>();
    const blockTypes = new Map<string, string>();
    const typeOf = new Map(root.resources.map(({ address, type }) => [address, type]));
    const read = readResources(root, resourceReaders, () => {});
    const own = new Set(read.flatMap((resource) => (isView(resource) ? [] : [resource.origin.address])));
    for (const resource of read) {
      if (isView(resource) && own.has(resource.origin.address)) continue;
      const key = keyOf(resource);
      resources.set(key, plain(resource));
      const type = typeOf.get(resource.origin.address);
      if (type !== undefined) blockTypes.set(key, type);
    }
    yield accountOf({ provider: root.cloud ?? 'aws', account: root.account ?? '', resources, blockTypes }, root.incomplete);
  }
}

/** What all things of a cloud have in common (tags, encryption): said once where the thing has a type of its own. */
function isView({ type }: Resource): boolean {
  return type.split('.')[1] === 'core';
}

function accountOf(
  known: Omit<AccountResources, 'absenceOf'>,
  incomplete: ReadonlyMap<string, UnknownReason> | undefined,
): AccountResources {
  return {
    ...known,
    absenceOf(key, other) {
      const type = other.blockTypes.get(key);
      return (type !== undefined ? incomplete?.get(type)?.detail : undefined) ?? null;
    },
  };
}

function keyOf({ type, origin }: Resource): string {
  return `${type} ${origin.address}`;
}

function plain(resource: Resource): PlainResource {
  const { type, name, region, origin } = resource;
  return { type, id: origin.address, name, region, fields: plainFields(resource) };
}
