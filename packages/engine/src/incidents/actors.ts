/** Who is behind an event: the same person or workload over sessions, roles and credentials it took on. */
import type { CredentialLink } from '@kumomori/model';
import type { SignalFacts } from './types.ts';

/** Sets that only merge; keys are made on first sight. */
export class Actors {
  readonly #parent = new Map<string, string>();

  /** The key all events of one actor share, for now: merging may change it. */
  of(facts: SignalFacts): string {
    const own = actorKey(facts);
    if (facts.credential !== null) this.#merge(own, credentialKey(facts.credential));
    return this.root(own);
  }

  /** What was handed out acts for whoever asked for it. */
  link({ from, to }: CredentialLink): void {
    if (from.principal === null) return;
    const asker = actorKey({ ...from, actorKind: 'unknown', account: null, sourceIp: null, action: null });
    if (from.credential !== null) this.#merge(asker, credentialKey(from.credential));
    this.#merge(asker, /^A(?:KIA|SIA)/.test(to) ? credentialKey(to) : `principal:${to}`);
  }

  root(key: string): string {
    let at = key;
    for (let next = this.#parent.get(at); next !== undefined && next !== at; next = this.#parent.get(at)) at = next;
    // The way is walked once.
    for (let next = key; next !== at;) {
      const after = this.#parent.get(next) ?? at;
      this.#parent.set(next, at);
      next = after;
    }
    return at;
  }

  #merge(a: string, b: string): void {
    const [one, two] = [this.root(a), this.root(b)];
    if (one !== two) this.#parent.set(two, one);
  }
}

type Actor = Pick<SignalFacts, 'principal' | 'session' | 'credential' | 'actorKind' | 'account' | 'sourceIp' | 'action'>;

/**
 * Users by themselves; sessions of a role by their name, since many people may share the role; nobody in particular by address; services of the
 * provider by what they do.
 */
function actorKey({ principal, session, credential, actorKind, account, sourceIp, action }: Actor): string {
  if (actorKind === 'service') return `service:${principal ?? ''}:${account ?? ''}:${action ?? ''}`;
  if (principal === null || actorKind === 'anonymous') return `address:${account ?? ''}:${sourceIp ?? ''}`;
  const isRole = /:role\//.test(principal);
  return isRole && session !== null && session !== credential ? `principal:${principal}:${session}` : `principal:${principal}`;
}

function credentialKey(id: string): string {
  return `credential:${id}`;
}
