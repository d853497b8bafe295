/** Policies compiled once, and their expressions evaluated for one object. */
import type { AdmissionPolicy, AdmissionValidation, PlacedCel, Tracker } from '@kumomori/model';
import { Unanswered } from '@kumomori/model';
import type { CelProgram, CelValue } from '../cel/index.ts';
import { CelFault, CelMap, compileCel } from '../cel/index.ts';
import { ADMISSION_NAMES } from './environment.ts';

export interface CompiledCel {
  readonly cel: PlacedCel;
  readonly program: CelProgram;
}

export interface CompiledPolicy {
  readonly policy: AdmissionPolicy;
  readonly conditions: readonly CompiledCel[];
  readonly variables: ReadonlyMap<string, CompiledCel>;
  readonly validations: readonly (CompiledCel & { readonly validation: AdmissionValidation; readonly message: CelProgram | null })[];
}

export function compilePolicy(policy: AdmissionPolicy): CompiledPolicy {
  const compiled = (cel: PlacedCel): CompiledCel => ({ cel, program: compileCel(cel.expression, ADMISSION_NAMES) });
  return {
    policy,
    conditions: policy.conditions.map(({ cel }) => compiled(cel)),
    variables: new Map(policy.variables.map(({ name, cel }) => [name, compiled(cel)])),
    validations: policy.validations.map((validation) => ({
      ...compiled(validation.cel),
      validation,
      message: validation.messageCel && compileCel(validation.messageCel.expression, ADMISSION_NAMES),
    })),
  };
}

/** Evaluates expressions of one policy for one object and one set of params; variables are worked out when they are asked for. */
export class Evaluation {
  readonly tracker: Tracker;
  readonly #values: readonly CelValue[];

  constructor({ variables }: CompiledPolicy, values: readonly CelValue[], tracker: Tracker) {
    this.tracker = tracker;
    const own: CelValue[] = [...values];
    own.push(new Variables(variables, own, tracker));
    this.#values = own;
  }

  /** Too much work is no error here: the limit of a cluster is another one. */
  of(program: CelProgram): CelValue {
    const value = program.evaluate(this.#values, this.tracker);
    return value instanceof CelFault && value.code === 'too-much-work' ? tooMuchWork() : value;
  }
}

function tooMuchWork(): Unanswered {
  return new Unanswered('unresolved', '', { code: 'limit', detail: 'the expression takes too much work' }, { range: null, via: null });
}

class Variables extends CelMap {
  readonly #compiled: CompiledPolicy['variables'];
  readonly #values: readonly CelValue[];
  readonly #tracker: Tracker;
  readonly #known = new Map<string, CelValue>();

  constructor(compiled: CompiledPolicy['variables'], values: readonly CelValue[], tracker: Tracker) {
    super();
    this.#compiled = compiled;
    this.#values = values;
    this.#tracker = tracker;
  }
  get(name: unknown): CelValue | undefined {
    const compiled = typeof name === 'string' ? this.#compiled.get(name) : undefined;
    if (!compiled || typeof name !== 'string') return undefined;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    // A variable that asks itself gets an error.
    this.#known.set(name, circular());
    const value = compiled.program.evaluate(this.#values, this.#tracker);
    this.#known.set(name, value);
    return value;
  }
  has(name: unknown): boolean {
    return typeof name === 'string' && this.#compiled.has(name);
  }
  keys(): readonly string[] {
    return [...this.#compiled.keys()];
  }
}

function circular(): CelFault {
  return new CelFault('bad-value', { en: 'the variable asks for itself', ja: '変数が自分自身を参照しています' });
}
