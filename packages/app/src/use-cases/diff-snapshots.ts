/** What differs between two snapshots, resource by resource. */
import { resolve } from 'node:path';
import type { CloudProvider, Language } from '@kumomori/model';
import { messagesIn } from '../i18n/index.ts';
import { openNamed, timeOf } from './find-snapshots.ts';
import type { AttributeChange } from './plain-fields.ts';
import { fieldChanges } from './plain-fields.ts';
import type { AccountResources, PlainResource } from './snapshot-resources.ts';
import { resourcesByAccount } from './snapshot-resources.ts';

export interface ResourceChange {
  /** `unknown`: it is in one of the snapshots only, and nobody knows whether it existed at the time of the other one. */
  readonly change: 'added' | 'removed' | 'changed' | 'unknown';
  readonly provider: CloudProvider;
  readonly account: string;
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly region: string | null;
  /** Of a changed resource. */
  readonly attributes: readonly AttributeChange[];
  /** Of an unknown one. */
  readonly reason: string | null;
}

export interface SnapshotDiff {
  readonly schemaVersion: '1';
  readonly before: ComparedSnapshot;
  readonly after: ComparedSnapshot;
  readonly changes: readonly ResourceChange[];
  readonly unchanged: number;
  /** Accounts that only one of them holds. */
  readonly notCompared: readonly { readonly provider: CloudProvider; readonly account: string; readonly onlyIn: 'before' | 'after' }[];
}

export interface ComparedSnapshot {
  readonly folder: string;
  readonly at: string | null;
  readonly isFinished: boolean;
}

export interface DiffOptions {
  readonly cwd: string;
  readonly language: Language;
}

/** Both are read account by account. Throws AppErrors for folders that are no snapshots. O(resources). */
export function diffSnapshots(before: string, after: string, { cwd, language }: DiffOptions): SnapshotDiff {
  const messages = messagesIn(language);
  const [head, tail] = [before, after].map((folder): ComparedSnapshot => {
    const { manifest, isFinished } = openNamed(folder, { cwd, messages });
    return { folder, at: timeOf(manifest), isFinished };
  }) as [ComparedSnapshot, ComparedSnapshot];
  const changes: ResourceChange[] = [];
  const notCompared: SnapshotDiff['notCompared'][number][] = [];
  let unchanged = 0;
  for (const [one, other] of pairs(resourcesByAccount(resolve(cwd, before), messages), resourcesByAccount(resolve(cwd, after), messages))) {
    if (one && other) {
      const found = accountChanges(one, other);
      changes.push(...found.changes);
      unchanged += found.unchanged;
    } else if (one) notCompared.push({ provider: one.provider, account: one.account, onlyIn: 'before' });
    else if (other) notCompared.push({ provider: other.provider, account: other.account, onlyIn: 'after' });
  }
  return { schemaVersion: '1', before: head, after: tail, changes, unchanged, notCompared };
}

/** Both sides are sorted by provider and account. */
function* pairs(
  before: Iterator<AccountResources>,
  after: Iterator<AccountResources>,
): Generator<readonly [AccountResources | null, AccountResources | null]> {
  let one = valueOf(before.next());
  let other = valueOf(after.next());
  while (one ?? other) {
    const [a, b] = [placeOf(one), placeOf(other)];
    const takeOne = a <= b;
    const takeOther = b <= a;
    yield [takeOne ? one : null, takeOther ? other : null];
    if (takeOne) one = valueOf(before.next());
    if (takeOther) other = valueOf(after.next());
  }
}

function valueOf(result: IteratorResult<AccountResources>): AccountResources | null {
  return result.done === true ? null : result.value;
}

/** What is over comes after everything else. */
function placeOf(account: AccountResources | null): string {
  return account ? `${account.provider} ${account.account}` : '\uffff';
}

function accountChanges(
  before: AccountResources,
  after: AccountResources,
): { readonly changes: readonly ResourceChange[]; readonly unchanged: number } {
  const changes: ResourceChange[] = [];
  let unchanged = 0;
  for (const key of [...new Set([...before.resources.keys(), ...after.resources.keys()])].sort()) {
    const change = resourceChange(key, before, after);
    if (change) changes.push(change);
    else unchanged += 1;
  }
  return { changes, unchanged };
}

/** How a resource differs between two snapshots of its account; null when it does not, or is in neither. */
export function resourceChange(key: string, before: AccountResources, after: AccountResources): ResourceChange | null {
  const one = before.resources.get(key);
  const other = after.resources.get(key);
  const shown = other ?? one;
  if (!shown) return null;
  const { provider, account } = after;
  const { type, id, name, region } = shown;
  const about = { provider, account, type, id, name, region };
  if (one && other) {
    const attributes = fieldChanges(withRegion(one), withRegion(other));
    return attributes.length === 0 ? null : { ...about, change: 'changed', attributes, reason: null };
  }
  const reason = one ? after.absenceOf(key, before) : before.absenceOf(key, after);
  return { ...about, change: reason !== null ? 'unknown' : one ? 'removed' : 'added', attributes: [], reason };
}

function withRegion({ fields, region }: PlainResource): PlainResource['fields'] {
  return region === null ? fields : { ...fields, $region: region };
}
