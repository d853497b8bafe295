/** Who is behind an event: the same person or workload over sessions, roles and credentials it took on. */
import type { CredentialLink } from '@kumomori/model';
import { AccessKeys } from './access-keys.ts';
import type { SignalFacts } from './types.ts';

/** Sets that only merge; members are numbers, made on first sight. */
export class Actors {
  readonly #numbers = new Map<string, number>();
  readonly #accessKeys = new AccessKeys();
  /** By number; empty for credentials, which never stand for a set. */
  readonly #names: string[] = [];
  #parents = new Int32Array(1024);

  /** The key all events of one actor share, for now: merging may change it. */
  of(facts: SignalFacts): string {
    const own = actorKey(facts);
    if (facts.credential !== null) this.#merge(this.#named(own), this.#credential(facts.credential));
    const number = this.#numbers.get(own);
    return number === undefined ? own : (this.#names[this.#root(number)] ?? own);
  }

  /** What was handed out acts for whoever asked for it. */
  link({ from, to }: CredentialLink): void {
    if (from.principal === null) return;
    const asker = this.#named(actorKey({ ...from, actorKind: 'unknown', account: null, sourceIp: null, action: null }));
    if (from.credential !== null) this.#merge(asker, this.#credential(from.credential));
    this.#merge(asker, /^A(?:KIA|SIA)/.test(to) ? this.#credential(to) : this.#named(`principal:${to}`));
  }

  #named(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const made = this.#make(key);
    this.#numbers.set(key, made);
    return made;
  }

  #credential(id: string): number {
    return this.#accessKeys.at(id, () => this.#make('')) ?? this.#named(`credential:${id}`);
  }

  #make(name: string): number {
    const made = this.#names.length;
    this.#names.push(name);
    if (made >= this.#parents.length) {
      const larger = new Int32Array(made * 2);
      larger.set(this.#parents);
      this.#parents = larger;
    }
    this.#parents[made] = made;
    return made;
  }

  #root(number: number): number {
    const parents = this.#parents;
    let at = number;
    for (let next = parents[at] ?? at; next !== at; next = parents[at] ?? at) at = next;
    // The way is walked once.
    for (let next = number; next !== at;) {
      const after = parents[next] ?? at;
      parents[next] = at;
      next = after;
    }
    return at;
  }

  #merge(a: number, b: number): void {
    const [one, two] = [this.#root(a), this.#root(b)];
    if (one !== two) this.#parents[two] = one;
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
