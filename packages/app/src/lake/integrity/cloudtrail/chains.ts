/** Digests, each signed over the one before: what is missing, moved, changed or signed by somebody else. */
import type { TamperProblem } from '../problem.ts';
import type { Digest } from './digest.ts';
import { isSignedBy } from './digest.ts';
import type { DigestName } from './names.ts';
import type { PublicKeys } from './public-keys.ts';

/** A digest as it was found. */
export interface FoundDigest {
  /** Where it lies, as a key. */
  readonly key: string;
  readonly name: DigestName;
  /** Null: could not be read. */
  readonly digest: Digest | null;
  /** From the object's metadata; null where that is not there. */
  readonly signature: string | null;
}

export interface ChainResult {
  readonly account: string;
  readonly region: string;
  readonly chain: string;
  readonly isBackfill: boolean;
  readonly lastKey: string;
  /** Milliseconds: from the start of the first to the end of the last digest. */
  readonly from: number;
  readonly until: number;
  readonly digests: number;
  /** The first digest names one before it that is not here: the chain goes on outside of what was given. */
  readonly previousOutside: string | null;
  /** Times whose list of log files can't be relied on: digests missing, changed or badly signed. */
  readonly unproven: readonly (readonly [number, number])[];
  readonly problems: readonly TamperProblem[];
  /** Digests whose list counts. */
  readonly trusted: readonly Digest[];
}

const HOUR = 3_600_000;

/** One chain; `found` in the order of their times. `keys` null: signatures are not checked. */
export function checkChain(found: readonly FoundDigest[], keys: PublicKeys | null): ChainResult {
  const check = new ChainCheck(found, keys);
  const [first] = found;
  const last = found.at(-1);
  const { account = '', region = '', chain = '', isBackfill = false } = first?.name ?? {};
  const times = { from: first?.digest?.startTime ?? (first?.name.time ?? 0) - HOUR, until: last?.digest?.endTime ?? last?.name.time ?? 0 };
  return { account, region, chain, isBackfill, lastKey: last?.key ?? '', ...times, digests: found.length, ...check.run() };
}

type Checked = Pick<ChainResult, 'previousOutside' | 'unproven' | 'problems' | 'trusted'>;

class ChainCheck {
  readonly #found: readonly FoundDigest[];
  readonly #keys: PublicKeys | null;
  readonly #byKey: ReadonlyMap<string, FoundDigest>;
  /** Digest that names this one as the one before it. */
  readonly #nextOf = new Map<string, Digest>();
  readonly #problems: TamperProblem[] = [];
  readonly #unproven: (readonly [number, number])[] = [];

  constructor(found: readonly FoundDigest[], keys: PublicKeys | null) {
    this.#found = found;
    this.#keys = keys;
    this.#byKey = new Map(found.map((each) => [each.key, each]));
    for (const { digest } of found) if (digest?.previous) this.#nextOf.set(digest.previous.key, digest);
  }

  run(): Checked {
    const trusted = this.#found.flatMap((each) => (each.digest && this.#content(each, each.digest) ? [each.digest] : []));
    for (const each of this.#found) if (!each.digest) this.#unproven.push(this.#hourOf(each));
    for (const [index, { key, digest }] of this.#found.entries()) if (index > 0 && digest?.key === key) this.#link(index, digest);
    const previousOutside = this.#found[0]?.digest?.previous?.key ?? null;
    return { previousOutside, unproven: this.#unproven, problems: this.#problems, trusted };
  }

  /** True where what the digest says can be relied on. */
  #content(each: FoundDigest, digest: Digest): boolean {
    const place = this.#place(each, digest);
    const problem = place ?? this.#seal(each, digest);
    if (!problem) return true;
    this.#problems.push(problem);
    this.#unproven.push(this.#hourOf(each));
    return false;
  }

  /** By names alone: what a digest says that can't be relied on may be any time. */
  #hourOf(each: FoundDigest): readonly [number, number] {
    const before = this.#found[this.#found.indexOf(each) - 1];
    return [before?.name.time ?? each.name.time - HOUR, each.name.time];
  }

  #place({ key }: FoundDigest, digest: Digest): TamperProblem | null {
    if (digest.key === key) return null;
    const atHome = this.#byKey.get(digest.key)?.digest;
    return atHome?.contentHash === digest.contentHash
      ? { object: key, kind: 'inserted', reason: 'digest-copied', facts: [digest.key] }
      : { object: key, kind: 'reordered', reason: 'digest-elsewhere', facts: [digest.key] };
  }

  #seal({ key, signature: own }: FoundDigest, digest: Digest): TamperProblem | null {
    const next = this.#nextOf.get(key)?.previous ?? null;
    const isChanged = typeof next?.hash === 'string' && next.hash !== digest.contentHash;
    const isReplaced = own !== null && typeof next?.signature === 'string' && own !== next.signature.toLowerCase();
    if (isReplaced) return { object: key, kind: 'bad-signature', reason: 'signature-replaced', facts: [] };
    if (isChanged) return { object: key, kind: 'edited', reason: 'digest-changed', facts: [] };
    if (!this.#keys) return null;
    const signature = own ?? next?.signature ?? null;
    if (signature === null) return { object: key, kind: 'bad-signature', reason: 'signature-missing', facts: [`${key}.head.json`] };
    const publicKey = this.#keys.get(digest.fingerprint);
    if (!publicKey) return { object: key, kind: 'bad-signature', reason: 'key-unknown', facts: [digest.fingerprint] };
    return isSignedBy(digest, signature, publicKey) ? null : { object: key, kind: 'bad-signature', reason: 'signature-wrong', facts: [] };
  }

  /** The step from the digest before, by time, to this one. */
  #link(index: number, digest: Digest): void {
    const before = this.#found[index - 1];
    if (!before) return;
    const beforeEnd = before.digest?.endTime ?? before.name.time;
    const { previous } = digest;
    if (previous === null) {
      this.#problems.push({ object: digest.key, kind: 'gap', reason: 'no-previous', facts: [iso(beforeEnd), iso(digest.startTime)] });
      return;
    }
    const named = this.#byKey.get(previous.key);
    if (!named) {
      this.#problems.push({ object: previous.key, kind: 'deleted', reason: 'digest-missing', facts: [digest.key] });
      this.#unproven.push([beforeEnd, digest.startTime]);
      return;
    }
    if (named !== before && !this.#nextOf.has(before.key) && before.digest?.key === before.key)
      this.#problems.push({ object: before.key, kind: 'inserted', reason: 'digest-off-chain', facts: [] });
    const end = named.digest?.key === named.key ? named.digest.endTime : digest.startTime;
    if (!named.name.isBackfill && digest.startTime > end)
      this.#problems.push({ object: digest.key, kind: 'gap', reason: 'time-not-covered', facts: [iso(end), iso(digest.startTime)] });
  }
}

function iso(time: number): string {
  return Number.isNaN(time) ? '?' : new Date(time).toISOString().replace('.000Z', 'Z');
}
