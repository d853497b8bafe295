/**
 * Fixes are proved before they are offered: the edited texts are judged again, and a fix counts only when its own finding is gone, no other
 * verdict became worse, every file still parses, and no comment is lost. Fixes that are proved together may be written together.
 */
import type { EditOutcome, RefusalCode, Texts } from '@kumomori/parsers';
import { commentsIn } from '@kumomori/parsers';
import type { Judgement } from './judgement.ts';
import { weightOf } from './judgement.ts';

/** Judges the files with these texts in place of what they hold. */
export type Judge = (changed: Texts) => Promise<Judgement>;

export interface Candidate {
  /** Its check and its resource. */
  readonly name: string;
  /** Keys of the verdicts that must pass. */
  readonly goals: readonly string[];
  /** How many ways of doing it there are. */
  readonly ways: number;
  /** One of its ways, carried out on the files, some of which earlier fixes changed. */
  editOn(texts: Texts, way: number): EditOutcome;
}

export type RefusedBecause =
  | { readonly code: RefusalCode; readonly what: string; readonly at: { readonly file: string; readonly start: number } | null }
  /** The finding is still there: what else is wrong has to be decided by a person. */
  | { readonly code: 'not-solved'; readonly what: string; readonly at: null }
  /** Something else would fail or become unknown. */
  | { readonly code: 'worse'; readonly what: string; readonly at: null }
  /** There were too many changes for one run. */
  | { readonly code: 'limit'; readonly what: string; readonly at: null }
  | { readonly code: 'broken'; readonly what: string; readonly at: null }
  | { readonly code: 'comment-lost'; readonly what: string; readonly at: null };

export interface Proof {
  readonly proved: readonly { readonly candidate: Candidate; readonly way: number }[];
  readonly refused: readonly { readonly candidate: Candidate; readonly because: RefusedBecause }[];
  /** All proved fixes together. */
  readonly texts: Texts;
}

export interface ProofInput {
  readonly candidates: readonly Candidate[];
  /** What the files hold now; only of files that may be edited. */
  readonly read: (file: string) => string | undefined;
  readonly before: Judgement;
  readonly judge: Judge;
  /** How often the texts may be judged; what is left then is refused. */
  readonly maxJudged?: number;
}

/** Which of the candidates can be written together. A later one gives way to an earlier one. O(candidates · log candidates) scans at worst. */
export async function prove(input: ProofInput): Promise<Proof> {
  const proving = new Proving(input);
  let open: readonly Candidate[] = input.candidates;
  const ways = Math.max(0, ...open.map((each) => each.ways));
  for (let way = 0; way < ways && open.length > 0; way++) {
    const tried = open.filter((each) => way < each.ways);
    await proving.attempt(tried, way);
    open = open.filter((each) => !proving.isProved(each));
  }
  return proving.result();
}

/** Of a large TARGET each takes seconds. */
const MAX_JUDGED = 400;

/** State: the texts so far, what they were judged as, and what became of each candidate. */
class Proving {
  readonly #input: ProofInput;
  #texts: Texts = new Map();
  #judged: Judgement;
  readonly #proved = new Map<Candidate, number>();
  readonly #refused = new Map<Candidate, RefusedBecause>();

  #left: number;

  constructor(input: ProofInput) {
    this.#input = input;
    this.#left = input.maxJudged ?? MAX_JUDGED;
    this.#judged = input.before;
  }

  isProved(candidate: Candidate): boolean {
    return this.#proved.has(candidate);
  }

  result(): Proof {
    const { candidates } = this.#input;
    return {
      proved: candidates.flatMap((candidate) => {
        const way = this.#proved.get(candidate);
        return way === undefined ? [] : [{ candidate, way }];
      }),
      refused: candidates.flatMap((candidate) => {
        const because = this.#refused.get(candidate);
        return because && !this.#proved.has(candidate) ? [{ candidate, because }] : [];
      }),
      texts: this.#texts,
    };
  }

  /** Tries all of them together, then without those that do not solve anything, then halves. */
  async attempt(candidates: readonly Candidate[], way: number): Promise<void> {
    const { applied, texts } = this.#apply(candidates, way);
    if (applied.length === 0) return;
    if (this.#left <= 0) {
      for (const each of applied) this.#refuse(each, { code: 'limit', what: '', at: null });
      return;
    }
    this.#left -= 1;
    const judged = await this.#input.judge(texts);
    const unsolved = applied.filter((each) => goalLeft(each, judged) !== null);
    const harm = this.#harm(texts, judged);
    if (harm === null && unsolved.length === 0) {
      this.#texts = texts;
      this.#judged = judged;
      for (const each of applied) this.#proved.set(each, way);
      return;
    }
    if (unsolved.length > 0 && (unsolved.length < applied.length || harm === null)) {
      for (const each of unsolved) this.#refuse(each, { code: 'not-solved', what: goalLeft(each, judged) ?? '', at: null });
      await this.attempt(
        applied.filter((each) => !unsolved.includes(each)),
        way,
      );
      return;
    }
    const [only, ...others] = applied;
    if (only && others.length === 0) {
      this.#refuse(only, harm ?? { code: 'not-solved', what: goalLeft(only, judged) ?? '', at: null });
      return;
    }
    const middle = Math.ceil(applied.length / 2);
    await this.attempt(applied.slice(0, middle), way);
    await this.attempt(applied.slice(middle), way);
  }

  /** The first reason counts: later ways are second choices. */
  #refuse(candidate: Candidate, because: RefusedBecause): void {
    if (!this.#refused.has(candidate)) this.#refused.set(candidate, because);
  }

  #apply(candidates: readonly Candidate[], way: number): { readonly applied: readonly Candidate[]; readonly texts: Texts } {
    let texts = this.#texts;
    const applied: Candidate[] = [];
    for (const candidate of candidates) {
      const outcome = candidate.editOn(texts, way);
      if (outcome.kind === 'refused') {
        this.#refuse(candidate, outcome);
        continue;
      }
      const isDone = outcome.changed.size === 0 && goalLeft(candidate, this.#judged) !== null && texts === this.#texts;
      if (isDone) {
        this.#refuse(candidate, { code: 'not-solved', what: goalLeft(candidate, this.#judged) ?? '', at: null });
        continue;
      }
      texts = new Map([...texts, ...outcome.changed]);
      applied.push(candidate);
    }
    return { applied, texts };
  }

  /** What is worse than before; null when nothing is. */
  #harm(texts: Texts, judged: Judgement): RefusedBecause | null {
    for (const [kind, count] of judged.troubles)
      if (count > (this.#judged.troubles.get(kind) ?? 0)) return { code: 'broken', what: kind, at: null };
    for (const [key, status] of judged.verdicts)
      if (weightOf(status) > weightOf(this.#judged.verdicts.get(key))) return { code: 'worse', what: key, at: null };
    for (const [file, text] of texts) {
      const lost = lostComment(file, this.#input.read(file) ?? '', text);
      if (lost !== null) return { code: 'comment-lost', what: lost, at: null };
    }
    return null;
  }
}

/** The first goal that is not reached; a goal whose resource is gone is not reached. */
function goalLeft({ goals }: Candidate, { verdicts }: Judgement): string | null {
  return goals.find((goal) => verdicts.get(goal) !== 'pass') ?? null;
}

function lostComment(file: string, before: string, after: string): string | null {
  const left = new Map<string, number>();
  for (const comment of commentsIn(file, after)) left.set(comment, (left.get(comment) ?? 0) + 1);
  for (const comment of commentsIn(file, before)) {
    const count = left.get(comment) ?? 0;
    if (count === 0) return comment;
    left.set(comment, count - 1);
  }
  return null;
}
