/** The configuration of a resource over time, from snapshots. */
import { resolve } from 'node:path';
import type { CloudProvider, Language } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import type { ResourceChange } from './diff-snapshots.ts';
import { resourceChange } from './diff-snapshots.ts';
import { findSnapshots, timeOf } from './find-snapshots.ts';
import type { AccountResources, PlainResource } from './snapshot-resources.ts';
import { resourcesByAccount } from './snapshot-resources.ts';

export interface HistoryEntry {
  readonly folder: string;
  readonly at: string | null;
  /** `first`: the first snapshot that has it; `same`: as in the one before; `not-collected`: the account is not in this snapshot. */
  readonly state: 'first' | 'same' | 'changed' | 'removed' | 'added' | 'unknown' | 'not-collected';
  readonly change: ResourceChange | null;
}

export interface ResourceHistory {
  readonly provider: CloudProvider;
  readonly account: string;
  readonly type: string;
  readonly id: string;
  readonly name: string;
  /** As it is in the newest snapshot that has it. */
  readonly fields: PlainResource['fields'];
  readonly entries: readonly HistoryEntry[];
}

export interface HistoryOptions {
  /** Folder below which snapshots are looked for. */
  readonly snapshots: string;
  readonly cwd: string;
  readonly language: Language;
}

/** Resources followed at once; a name that fits more is too short. */
const MAX_RESOURCES = 50;

/** Everything whose id or name is the asked one. Throws AppErrors when nothing is, or there is no snapshot. */
export function resourceHistory(asked: string, { snapshots, cwd, language }: HistoryOptions): readonly ResourceHistory[] {
  const messages = messagesIn(language);
  const found = findSnapshots(snapshots, { cwd, messages }).filter(({ snapshot }) => snapshot !== null);
  const timelines = new Map<string, Timeline>();
  for (const { folder, snapshot } of found) {
    const at = timeOf(snapshot?.manifest ?? null);
    const seen = new Set<string>();
    for (const account of resourcesByAccount(resolve(cwd, folder), messages)) {
      const place = `${account.provider} ${account.account}`;
      seen.add(place);
      for (const [key, resource] of account.resources) {
        const id = `${place} ${key}`;
        if (!timelines.has(id) && timelines.size < MAX_RESOURCES && isMeant(resource, asked)) timelines.set(id, new Timeline(key, place));
      }
      for (const timeline of timelines.values()) if (timeline.place === place) timeline.add({ folder, at }, account);
    }
    for (const timeline of timelines.values()) if (!seen.has(timeline.place)) timeline.skip({ folder, at });
  }
  if (timelines.size === 0) throw new AppError('unknown-id', { message: messages.live.snapshot.noResource(asked, snapshots) });
  return [...timelines.values()].flatMap((timeline) => timeline.result() ?? []);
}

/** The id, the name, or the end of an ARN or path. */
function isMeant({ id, name }: PlainResource, asked: string): boolean {
  const wanted = asked.toLowerCase();
  const lower = id.toLowerCase();
  return lower === wanted || name.toLowerCase() === wanted || lower.endsWith(`/${wanted}`) || lower.endsWith(`:${wanted}`);
}

type When = Pick<HistoryEntry, 'folder' | 'at'>;

class Timeline {
  readonly place: string;
  readonly #key: string;
  readonly #entries: HistoryEntry[] = [];
  #last: AccountResources | null = null;
  #shown: { readonly resource: PlainResource; readonly account: AccountResources } | null = null;

  constructor(key: string, place: string) {
    this.#key = key;
    this.place = place;
  }

  add(when: When, full: AccountResources): void {
    const account = only(full, this.#key);
    const resource = account.resources.get(this.#key);
    const change = this.#last ? resourceChange(this.#key, this.#last, account) : null;
    const state = this.#last ? (change?.change ?? (resource ? 'same' : 'removed')) : 'first';
    // Removed is said once.
    if (resource || change) this.#entries.push({ ...when, state, change });
    if (resource) this.#shown = { resource, account };
    // What cannot be known is no new state: the next one is compared with the last that is known.
    if (change?.change !== 'unknown') this.#last = account;
  }

  skip(when: When): void {
    if (this.#last) this.#entries.push({ ...when, state: 'not-collected', change: null });
  }

  result(): ResourceHistory | null {
    if (!this.#shown) return null;
    const { resource, account } = this.#shown;
    const { type, id, name, fields } = resource;
    return { provider: account.provider, account: account.account, type, id, name, fields, entries: this.#entries };
  }
}

/** The account with nothing but one resource: the others need not be remembered. */
function only(account: AccountResources, key: string): AccountResources {
  const resource = account.resources.get(key);
  const type = account.blockTypes.get(key);
  return {
    provider: account.provider,
    account: account.account,
    resources: new Map(resource ? [[key, resource]] : []),
    blockTypes: new Map(type === undefined ? [] : [[key, type]]),
    absenceOf: account.absenceOf,
  };
}
