/** Decisions that worlds of nearly the same estate need not make twice, as before and after a change. */
import type { Because } from '../aws/index.ts';
import type { AskOptions, HeldLevel, HeldPolicy, IamPrincipal, WorldDecision } from './types.ts';
import type { ResourceSide } from './resources.ts';

/** Of one request. Steps are without their places: those may have moved. */
export interface RememberedAnswer {
  readonly decision: WorldDecision;
  because: readonly Because[] | null;
}

/** Answers of one principal with everything that limits it, by the request and everything on the resource's side. */
export type RememberedAnswers = Map<string, RememberedAnswer>;

/** For worlds with the same catalogue and the same managed policies. What a policy says is known by its document object. */
export class IamMemory {
  readonly #bySubject = new Map<string, RememberedAnswers>();
  readonly #sides = new Map<string, number>();

  answersOf(subject: string): RememberedAnswers {
    const known = this.#bySubject.get(subject) ?? new Map<string, RememberedAnswer>();
    this.#bySubject.set(subject, known);
    return known;
  }

  /** Of what is written of a resource's side by {@link sideKey}. */
  numberOf(side: string): number {
    const known = this.#sides.get(side) ?? this.#sides.size;
    this.#sides.set(side, known);
    return known;
  }
}

/** What decides on the principal's side. `endpoints`: documents that every request may come through. */
export function subjectKey(
  { id, tags, identity, boundary }: IamPrincipal,
  { scp, endpoints }: { readonly scp: readonly HeldLevel[]; readonly endpoints: readonly object[] },
): string {
  return JSON.stringify([id, tags, documents(identity), boundary && documents(boundary), levels(scp), endpoints.map(numberOf)]);
}

/** What decides on the resource's side. */
export function sideKey(
  { policies, account, acl, kmsGrants, block }: ResourceSide,
  { rcp, managementAccount }: { readonly rcp: readonly HeldLevel[]; readonly managementAccount: string | null },
): string {
  return JSON.stringify([documents(policies), account, acl, kmsGrants, block, levels(rcp), managementAccount]);
}

const optionKeys = new WeakMap<AskOptions, string>();

export function optionsKey(options: AskOptions): string {
  const known = optionKeys.get(options) ?? JSON.stringify(options);
  optionKeys.set(options, known);
  return known;
}

function documents(held: readonly HeldPolicy[]): readonly number[] {
  return held.map(({ document }) => numberOf(document));
}

function levels(all: readonly HeldLevel[]): readonly unknown[] {
  return all.map(({ level, policies }) => [level, documents(policies)]);
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** The same for the same object, another for every other. */
export function numberOf(document: object): number {
  const known = numbers.get(document);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(document, last);
  return last;
}
