/** One request, decided by both evaluators; in discovery the condition that comes back is put to the test with contexts that know everything. */
import type { Random } from '../../bench/estate/random.ts';
import type { AccessCondition, AccessInput, CompiledLayers, Decision } from '../../packages/engine/src/iam/index.ts';
import { decideWithCondition, explain, prepareRequest } from '../../packages/engine/src/iam/index.ts';
import type { ActionCatalogue } from '../../packages/engine/src/iam/index.ts';
import { evaluateByReference } from '../../packages/engine/src/iam/reference/evaluate.test-helper.ts';
import { conditionsHold } from '../../packages/engine/src/iam/reference/conditions.test-helper.ts';
import { contextOf } from '../../packages/engine/src/iam/reference/context.test-helper.ts';
import { matchesArn, matchesText, patternOf } from '../../packages/engine/src/iam/reference/patterns.test-helper.ts';
import { all, not, some } from '../../packages/engine/src/iam/reference/three.test-helper.ts';
import type { Three } from '../../packages/engine/src/iam/reference/three.test-helper.ts';
import { whoIs } from '../../packages/engine/src/iam/reference/who.test-helper.ts';
import { randomCompletion } from './worlds.ts';

export interface Difference {
  readonly what: string;
  readonly input: AccessInput;
  readonly compiled: unknown;
  readonly reference: unknown;
}

export interface Tally {
  allow: number;
  'implicit-deny': number;
  'explicit-deny': number;
  conditional: number;
  /** The compiled evaluator saw that a condition always or never holds where three-valued reckoning cannot. */
  simplified: number;
  /** Contexts with which returned conditions were checked. */
  contexts: number;
  explained: number;
}

export interface Compared {
  readonly layers: CompiledLayers;
  readonly input: AccessInput;
  readonly catalogue: ActionCatalogue;
  readonly random: Random;
  readonly tally: Tally;
}

const CONTEXTS = 4;
const CONTEXTS_FOR_A_SIMPLIFIED_ONE = 40;

export function compare(given: Compared): Difference | null {
  const { layers, input, catalogue, tally } = given;
  const mode = input.mode ?? 'strict';
  const prepared = prepareRequest(input.request, { catalogue, mode });
  const compiled = decideWithCondition(layers, prepared);
  const reference = evaluateByReference(input);
  tally[compiled.decision] += 1;
  if (compiled.conditional !== null) tally.conditional += 1;
  const agree = compiled.decision === reference.decision && (compiled.conditional !== null) === reference.conditional;
  const differs = (what: string): Difference => ({ what, input, compiled, reference });
  if (mode === 'strict') return agree ? explained(given, differs) : differs('strict decision');
  if (!agree && !reference.conditional) return differs('discovery: the reference is certain');
  if (!agree) tally.simplified += 1;
  return checkCondition(given, compiled, agree ? CONTEXTS : CONTEXTS_FOR_A_SIMPLIFIED_ONE) ?? (agree ? explained(given, differs) : null);
}

/** Whatever the unknown keys turn out to be: the condition holds exactly when the decision does. */
function checkCondition(
  { input, random, tally }: Compared,
  compiled: Pick<Decision, 'decision' | 'conditional'>,
  count: number,
): Difference | null {
  for (let left = count; left > 0; left -= 1) {
    const context = randomCompletion(random, input.request.context);
    const known: AccessInput = { ...input, request: { ...input.request, context }, mode: 'strict' };
    const strict = evaluateByReference(known);
    const holds = compiled.conditional === null ? 'yes' : truth(compiled.conditional, known);
    tally.contexts += 1;
    if (holds !== (strict.decision === compiled.decision ? 'yes' : 'no') || isBetter(strict.decision, compiled.decision))
      return {
        what: `discovery: the condition is ${holds} where strict gives ${strict.decision}`,
        input,
        compiled,
        reference: { strict, context },
      };
  }
  return null;
}

const BEST = ['allow', 'implicit-deny', 'explicit-deny'];

function isBetter(decision: string, than: string): boolean {
  return BEST.indexOf(decision) < BEST.indexOf(than);
}

/** A condition of the compiled evaluator, read by the reference. */
function truth(condition: AccessCondition, input: AccessInput): Three {
  switch (condition.kind) {
    case 'and':
      return all(condition.of.map((each) => truth(each, input)));
    case 'or':
      return some(condition.of.map((each) => truth(each, input)));
    case 'not':
      return not(truth(condition.of, input));
    case 'unknown-value':
      return 'unknown';
    default:
      return testTruth(condition, input);
  }
}

function testTruth({ operator, key, values }: Extract<AccessCondition, { kind: 'test' }>, input: AccessInput): Three {
  const look = contextOf(input, whoIs(input.request.principal));
  if (operator !== 'ResourceLike' && operator !== 'ResourceNotLike')
    return conditionsHold({ body: { Condition: { [operator]: { [key]: values } } }, hasVariables: true }, look);
  const { resource } = input.request;
  const listed = some(
    values.map((value) =>
      resource.includes(':') ? matchesArn(value, resource, look) : matchesText(patternOf(value, look, true), resource),
    ),
  );
  return operator === 'ResourceLike' ? listed : not(listed);
}

/** Seldom, because it is slow: the explanation names a step with the effect that the decision has. */
function explained({ layers, input, catalogue, random, tally }: Compared, differs: (what: string) => Difference): Difference | null {
  if (!random.chance(0.02)) return null;
  const prepared = prepareRequest(input.request, { catalogue, mode: input.mode ?? 'strict' });
  const steps = explain(layers, prepared);
  const { decision } = decideWithCondition(layers, prepared);
  tally.explained += 1;
  if (decision === 'allow' && !steps.some(({ effect }) => effect === 'allow'))
    return differs('the explanation of an allow names nothing that allows');
  if (decision === 'explicit-deny' && !steps.some(({ effect }) => effect === 'deny'))
    return differs('the explanation of a deny names nothing that denies');
  return steps.length === 0 ? differs('there is no explanation') : null;
}
