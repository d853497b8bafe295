/** Who else has something in common with an entity. */
import type { EventFacts } from '@kumomori/model';
import type { Peer, PeerTie } from './types.ts';

interface Draft {
  readonly ties: Map<string, { readonly tie: PeerTie; readonly value: string; events: number }>;
  events: number;
  first: number | null;
  last: number | null;
}

/** A tool or address that so many use says nothing of any two of them. */
const COMMON = 12;
const MAX_PEERS = 5000;

/** State. `ties`: what the entity used. */
export class Peers {
  readonly #ties: Readonly<Record<PeerTie, ReadonlySet<string>>>;
  readonly #drafts = new Map<string, Draft>();
  readonly #users = new Map<string, Set<string>>();

  constructor(ties: Readonly<Record<PeerTie, ReadonlySet<string>>>) {
    this.#ties = ties;
  }

  /** An event that is none of the entity's. */
  add(facts: EventFacts): void {
    const { principal, actorKind, time } = facts;
    if (principal === null || actorKind === 'service') return;
    const values: readonly (readonly [PeerTie, string | null])[] = [
      ['address', facts.sourceIp],
      ['agent', facts.userAgent],
      ['resource', facts.resource],
    ];
    const shared = values.flatMap(([tie, value]) => (value !== null && this.#ties[tie].has(value) ? [{ tie, value }] : []));
    if (shared.length === 0) return;
    const draft = this.#drafts.get(principal) ?? { ties: new Map(), events: 0, first: null, last: null };
    if (this.#drafts.size >= MAX_PEERS && !this.#drafts.has(principal)) return;
    this.#drafts.set(principal, draft);
    draft.events += 1;
    if (time !== null) {
      draft.first = Math.min(time, draft.first ?? time);
      draft.last = Math.max(time, draft.last ?? time);
    }
    for (const { tie, value } of shared) {
      const key = `${tie}\n${value}`;
      const known = draft.ties.get(key);
      if (known) known.events += 1;
      else draft.ties.set(key, { tie, value, events: 1 });
      const users = this.#users.get(key) ?? new Set();
      this.#users.set(key, users.add(principal));
    }
  }

  /** Those with an address in common first, then by events. Ties that many share are left out. */
  finish(): readonly Peer[] {
    const peers = [...this.#drafts].map(([principal, { ties, events, first, last }]): Peer => {
      const telling = [...ties].filter(([key]) => (this.#users.get(key)?.size ?? 0) <= COMMON).map(([, tie]) => tie);
      return { principal, ties: telling.toSorted((a, b) => rank(a.tie) - rank(b.tie) || b.events - a.events), events, first, last };
    });
    return peers
      .filter(({ ties }) => ties.length > 0)
      .toSorted((a, b) => rank(a.ties[0]?.tie) - rank(b.ties[0]?.tie) || b.events - a.events || (a.principal < b.principal ? -1 : 1));
  }
}

function rank(tie: PeerTie | undefined): number {
  return tie === 'address' ? 0 : tie === 'resource' ? 1 : 2;
}
