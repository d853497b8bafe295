/** What every piece of the team's work gets: the database, the clock, and who asks. */
import { randomBytes } from 'node:crypto';
import type { OutgoingPolicy } from '../net/index.ts';
import { internetOnly } from '../net/index.ts';
import type { Actor, Store, StoreTransaction } from '../store/index.ts';
import type { AuditedAction } from './audit/index.ts';
import { appendAudit } from './audit/index.ts';
import type { Jobs } from './jobs/index.ts';

export interface Team {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly now: () => Date;
  /** Seals the secrets of settings (settings/secrets.ts); 32 bytes. */
  readonly secretKey: Uint8Array;
  /** Where requests to addresses that people typed in may go; set by the operator. */
  readonly outgoing: OutgoingPolicy;
  /** Where clones and snapshots of the sources are kept; null: nowhere, so that only folders of this machine can be asked about. */
  readonly dataFolder: string | null;
  /** Told after a change was committed. */
  readonly publish: (event: TeamEvent) => void;
  /** Until the returned function is called. */
  readonly listen: (listener: (event: TeamEvent) => void) => () => void;
}

/** Without a key secrets last as long as the process; without a policy only the internet is asked. */
export function openTeam(parts: Pick<Team, 'store' | 'jobs' | 'now'> & Partial<Pick<Team, 'secretKey' | 'outgoing' | 'dataFolder'>>): Team {
  const listeners = new Set<(event: TeamEvent) => void>();
  return {
    ...{ secretKey: randomBytes(32), outgoing: internetOnly, dataFolder: null, ...parts },
    publish: (event) => listeners.forEach((listener) => listener(event)),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** What changed, by name only: who listens asks for the rest with its own rights. */
export interface TeamEvent {
  readonly kind: 'run' | 'finding' | 'exception' | 'incident' | 'source' | 'setting';
  readonly id: string;
}

export interface Asking {
  readonly actor: Actor;
  readonly address?: string | null;
}

/**
 * Changes something with the rights of the actor, and writes it to the audit trail in the same transaction. `work` returns its result and what the
 * entry says.
 */
export function change<Result>(
  { store, now }: Team,
  { actor, address = null }: Asking,
  work: (tx: StoreTransaction, at: Date) => Promise<{ readonly result: Result; readonly audit: AuditedAction | null }>,
): Promise<Result> {
  const at = now();
  return store.as(actor, async (tx) => {
    const { result, audit } = await work(tx, at);
    if (audit) {
      await store.raise(tx);
      await appendAudit(tx, actor, { ...audit, address, at });
    }
    return result;
  });
}
