/** An action on very many resources at once: patterns cut the sorted ARNs into runs on which every statement says the same. */
import type { Candidates, CompiledPolicy, CompiledStatement } from '../aws/index.ts';
import { actionName } from '../aws/index.ts';
import { optionsKey } from './memory.ts';
import type { AllowedRange, AskOptions, IamPrincipal, CandidateSet, WorldDecision } from './types.ts';

interface Oracle {
  decide(principal: IamPrincipal, ask: { readonly action: string; readonly resource: string }, options: AskOptions): WorldDecision;
  /** The policies that the principal holds itself. */
  identityOf(principal: IamPrincipal): readonly CompiledPolicy[];
  /** All policies on the principal's side. */
  layersOf(principal: IamPrincipal, options: AskOptions): readonly CompiledPolicy[];
  isSpecial(arn: string, service: string): boolean;
  /** Tokens of those whom the resource's side may let in for an action (lower case). */
  admits(arn: string, action: string): ReadonlySet<string>;
  tokensOf(principal: IamPrincipal): readonly string[];
  /** Actions that are decided alike wherever the same statements are about them. */
  kindOf(action: string): string;
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

interface Parts extends Pick<Question, 'action' | 'set'> {
  /** In lower case. */
  readonly name: string;
  readonly service: string;
  readonly prepared: Prepared;
  /** Special resources by who may be let in to them. */
  readonly admitted: ReadonlyMap<string, readonly number[]>;
}

const NOBODY: Parts['admitted'] = new Map();

export class AllowedOn {
  readonly #oracle: Oracle;
  #last: Parts | null = null;
  readonly #prepared = new WeakMap<CandidateSet, Map<string, Prepared>>();
  /** Of the special ones of a set, by action: indexes by who may be let in. */
  readonly #admitted = new WeakMap<Prepared, Map<string, ReadonlyMap<string, readonly number[]>>>();
  /** Answers on resources without policies, by class and question. */
  readonly #shared = new WeakMap<CandidateSet, Map<string, readonly AllowedRange[]>>();

  constructor(oracle: Oracle) {
    this.#oracle = oracle;
  }

  ranges(principal: IamPrincipal, question: Question): readonly AllowedRange[] {
    const parts = this.#parts(question);
    const { prepared, admitted } = parts;
    const shared = this.#sharedRanges(principal, question, parts);
    if (prepared.special.length === 0) return shared;
    const { arns } = question.set;
    let held: readonly (readonly [number, number])[] | null = null;
    const isHeld = (index: number): boolean =>
      (held ??= this.#heldRuns(principal, question)).some(([from, to]) => from <= index && index < to);
    const asked = new Set<number>();
    for (const token of this.#oracle.tokensOf(principal)) {
      const indexes = admitted.get(token);
      if (!indexes) continue;
      // Within the own account a resource that names nobody is only for those whose own policies speak of it.
      const isOwn = token.startsWith('own:');
      for (const index of indexes) if (!isOwn || isHeld(index)) asked.add(index);
    }
    if (asked.size === 0) return shared;
    const own = [...asked].flatMap((index): readonly AllowedRange[] => {
      const ask = { action: question.action, resource: arns[index] ?? '' };
      const { decision, condition } = this.#oracle.decide(principal, ask, question.options);
      return decision === 'allow' ? [{ from: index, to: index + 1, condition }] : [];
    });
    return [...shared, ...own].toSorted((a, b) => a.from - b.from);
  }

  /** What does not depend on who asks; the same question is mostly asked of all principals one after the other. */
  #parts({ action, set }: Question): Parts {
    if (this.#last?.set === set && this.#last.action === action) return this.#last;
    const name = actionName(action);
    const service = name.slice(0, name.indexOf(':'));
    const prepared = this.#prepare(set, service);
    const admitted = prepared.special.length === 0 ? NOBODY : this.#admittedFor(prepared, set, name);
    this.#last = { action, set, name, service, prepared, admitted };
    return this.#last;
  }

  /** Where the principal's own policies may allow the action: runs that hold everything they match, and perhaps more. */
  #heldRuns(principal: IamPrincipal, { action, set: { arns } }: Question): readonly (readonly [number, number])[] {
    const name = actionName(action);
    const runs = this.#oracle.identityOf(principal).flatMap((policy) =>
      policy.candidates(name).allow.all.flatMap(({ resources }): readonly (readonly [number, number])[] => {
        if (resources === null || resources.not) return [[0, arns.length]];
        return resources.texts.map((text) => runOf(text, arns));
      }),
    );
    return runs.some(([from, to]) => from === 0 && to === arns.length) ? [[0, arns.length]] : runs.filter(([from, to]) => from < to);
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

  #admittedFor(prepared: Prepared, { arns }: CandidateSet, action: string): ReadonlyMap<string, readonly number[]> {
    const all = this.#admitted.get(prepared) ?? new Map<string, ReadonlyMap<string, readonly number[]>>();
    this.#admitted.set(prepared, all);
    const known = all.get(action);
    if (known) return known;
    const admitted = new Map<string, number[]>();
    for (const index of prepared.special) {
      for (const token of this.#oracle.admits(arns[index] ?? '', action)) {
        const same = admitted.get(token);
        if (same) same.push(index);
        else admitted.set(token, [index]);
      }
    }
    all.set(action, admitted);
    return admitted;
  }

  #sharedRanges(
    principal: IamPrincipal,
    question: Question,
    { name, service, prepared }: Pick<Parts, 'name' | 'service' | 'prepared'>,
  ): readonly AllowedRange[] {
    const { action, set, options } = question;
    const layers = this.#oracle.layersOf(principal, options);
    // Most principals may do most things nowhere.
    if (layers.every((policy) => !policy.mayAllow(service) || policy.candidates(name).allow.all.length === 0)) return NOWHERE;
    const known = this.#shared.get(set) ?? new Map<string, readonly AllowedRange[]>();
    this.#shared.set(set, known);
    const asked = `${this.#oracle.classOf(principal)} ${optionsKey(options)}`;
    const before = known.get(`${asked} ${action}`);
    if (before) return before;
    const candidates = layers.map((policy) => policy.candidates(name));
    const key = `${asked} ${this.#oracle.kindOf(action)} ${candidates.map(signatureOf).join(';')}`;
    const ranges = known.get(key) ?? this.#decideRuns(principal, question, { ...prepared, candidates });
    known.set(key, ranges);
    known.set(`${asked} ${action}`, ranges);
    return ranges;
  }

  #decideRuns(
    principal: IamPrincipal,
    { action, set, options }: Question,
    { isSpecial, borders, candidates }: Prepared & { readonly candidates: readonly Candidates[] },
  ): readonly AllowedRange[] {
    const { arns } = set;
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

const NOWHERE: readonly AllowedRange[] = [];

/** Which statements are about an action, and how certainly. */
function signatureOf({ allow, deny, isCertain }: Candidates): string {
  const each = (statement: CompiledStatement): string => `${statement.index}${isCertain?.get(statement) === 1 ? '?' : ''}`;
  return `${allow.all.map(each).join()}/${deny.all.map(each).join()}`;
}

/** A pattern with one wildcard at its end covers one run; others are compared where their beginning fits. */
function addCuts(cuts: Set<number>, pattern: string, arns: readonly string[]): void {
  const wildcard = wildcardIn(pattern);
  const [from, to] = runOf(pattern, arns);
  cuts.add(from);
  cuts.add(wildcard === -1 ? Math.min(to, from + 1) : to);
  if (wildcard === -1 || (pattern[wildcard] === '*' && wildcard === pattern.length - 1)) return;
  // Within its run every resource may have another answer. Cuts at each change of what the pattern says would need the matcher: cutting at all is as right.
  for (let index = from; index < to; index++) cuts.add(index);
}

function wildcardIn(pattern: string): number {
  return pattern.search(/[*?￼$]/);
}

/** The ARNs that begin as the pattern does. */
function runOf(pattern: string, arns: readonly string[]): readonly [number, number] {
  const wildcard = wildcardIn(pattern);
  const prefix = wildcard === -1 ? pattern : pattern.slice(0, wildcard);
  return [firstFrom(arns, prefix), firstFrom(arns, `${prefix}￿`)];
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
