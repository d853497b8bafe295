/** An action on very many resources at once: patterns cut the sorted ARNs into runs on which every statement says the same. */
import type { CompiledPolicy } from '../aws/index.ts';
import type { AllowedRange, AskOptions, IamPrincipal, CandidateSet, WorldDecision } from './types.ts';

interface Oracle {
  decide(principal: IamPrincipal, ask: { readonly action: string; readonly resource: string }, options: AskOptions): WorldDecision;
  /** All policies on the principal's side. */
  layersOf(principal: IamPrincipal, options: AskOptions): readonly CompiledPolicy[];
  isSpecial(arn: string, service: string): boolean;
  /** False: certainly not allowed, whatever the principal's own policies say. */
  mayAdmit(arn: string, principal: IamPrincipal): boolean;
  accountOf(arn: string): string | null;
  classOf(principal: IamPrincipal): number;
}

interface Question {
  readonly action: string;
  readonly set: CandidateSet;
  readonly options: AskOptions;
}

/** What of a set does not depend on who asks. */
interface Prepared {
  /** Indexes of resources that are decided one by one. */
  readonly special: readonly number[];
  readonly isSpecial: Uint8Array;
  /** Where the account changes, ascending. */
  readonly borders: readonly number[];
}

export class AllowedOn {
  readonly #oracle: Oracle;
  readonly #prepared = new WeakMap<CandidateSet, Map<string, Prepared>>();
  /** Answers on resources without policies, by class and question. */
  readonly #shared = new WeakMap<CandidateSet, Map<string, readonly AllowedRange[]>>();

  constructor(oracle: Oracle) {
    this.#oracle = oracle;
  }

  ranges(principal: IamPrincipal, question: Question): readonly AllowedRange[] {
    const prepared = this.#prepare(question.set, question.action.slice(0, question.action.indexOf(':')).toLowerCase());
    const shared = this.#sharedRanges(principal, question, prepared);
    if (prepared.special.length === 0) return shared;
    const { arns } = question.set;
    const own = prepared.special.flatMap((index): readonly AllowedRange[] => {
      const ask = { action: question.action, resource: arns[index] ?? '' };
      if (!this.#oracle.mayAdmit(ask.resource, principal)) return [];
      const { decision, condition } = this.#oracle.decide(principal, ask, question.options);
      return decision === 'allow' ? [{ from: index, to: index + 1, condition }] : [];
    });
    return [...shared, ...own].toSorted((a, b) => a.from - b.from);
  }

  #prepare(set: CandidateSet, service: string): Prepared {
    const all = this.#prepared.get(set) ?? new Map<string, Prepared>();
    this.#prepared.set(set, all);
    const known = all.get(service);
    if (known) return known;
    const isSpecial = new Uint8Array(set.arns.length);
    const special: number[] = [];
    const borders: number[] = [];
    let account: string | null | undefined;
    for (const [index, arn] of set.arns.entries()) {
      if (this.#oracle.isSpecial(arn, service)) {
        isSpecial[index] = 1;
        special.push(index);
        continue;
      }
      const own = this.#oracle.accountOf(arn);
      if (own !== account) borders.push(index);
      account = own;
    }
    const prepared = { special, isSpecial, borders };
    all.set(service, prepared);
    return prepared;
  }

  #sharedRanges(principal: IamPrincipal, question: Question, prepared: Prepared): readonly AllowedRange[] {
    const { action, set, options } = question;
    const known = this.#shared.get(set) ?? new Map<string, readonly AllowedRange[]>();
    this.#shared.set(set, known);
    const key = `${this.#oracle.classOf(principal)} ${action} ${JSON.stringify(options)}`;
    const before = known.get(key);
    if (before) return before;
    const ranges = this.#decideRuns(principal, question, prepared);
    known.set(key, ranges);
    return ranges;
  }

  #decideRuns(principal: IamPrincipal, { action, set, options }: Question, { isSpecial, borders }: Prepared): readonly AllowedRange[] {
    const { arns } = set;
    const lower = action.toLowerCase();
    const candidates = this.#oracle.layersOf(principal, options).map((policy) => policy.candidates(lower));
    if (candidates.every(({ allow }) => allow.all.length === 0)) return [];
    const cuts = new Set<number>([0, ...borders]);
    for (const { allow, deny } of candidates) {
      for (const { resources } of [...allow.all, ...deny.all]) for (const text of resources?.texts ?? []) addCuts(cuts, text, arns);
    }
    const edges = [...cuts].toSorted((a, b) => a - b);
    const found: AllowedRange[] = [];
    for (const [nth, from] of edges.entries()) {
      const to = edges[nth + 1] ?? arns.length;
      for (const [start, end] of runsWithout(isSpecial, from, to)) {
        const { decision, condition } = this.#oracle.decide(principal, { action, resource: arns[start] ?? '' }, options);
        if (decision === 'allow') found.push({ from: start, to: end, condition });
      }
    }
    return found;
  }
}

/** A pattern with one wildcard at its end covers one run; others are compared where their beginning fits. */
function addCuts(cuts: Set<number>, pattern: string, arns: readonly string[]): void {
  const wildcard = pattern.search(/[*?￼$]/);
  const prefix = wildcard === -1 ? pattern : pattern.slice(0, wildcard);
  const from = firstFrom(arns, prefix);
  const to = firstFrom(arns, `${prefix}￿`);
  cuts.add(from);
  cuts.add(wildcard === -1 ? Math.min(to, from + 1) : to);
  if (wildcard === -1 || (pattern[wildcard] === '*' && wildcard === pattern.length - 1)) return;
  // Within its run every resource may have another answer. Cuts at each change of what the pattern says would need the matcher: cutting at all is as right.
  for (let index = from; index < to; index++) cuts.add(index);
}

function firstFrom(arns: readonly string[], text: string): number {
  let [low, high] = [0, arns.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((arns[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* runsWithout(isSpecial: Uint8Array, from: number, to: number): Generator<readonly [number, number]> {
  let start = from;
  for (let index = from; index <= to; index++) {
    if (index < to && isSpecial[index] === 0) continue;
    if (start < index) yield [start, index];
    start = index + 1;
  }
}
