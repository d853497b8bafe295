/** Objects × policies × bindings → what the API server would answer. */
import type { AdmissionAction, AdmissionBinding, AdmissionPolicy, Manifest, Range, Text, Tracker } from '@kumomori/model';
import { Unanswered } from '@kumomori/model';
import { CelFault, noTracker } from '../cel/index.ts';
import type { CelValue } from '../cel/index.ts';
import { namespaceValue, valuesOf } from './environment.ts';
import { withDefaults, withoutNulls } from './defaults.ts';
import { madePod } from './made-pods.ts';
import type { AdmissionOperation, Subject } from './matching.ts';
import { isMatched } from './matching.ts';
import type { AdmissionOutcome, AdmissionSimulation, AdmissionStatus, SimulateAdmissionInput } from './outcome.ts';
import { paramsOf } from './params.ts';
import type { CompiledPolicy } from './program.ts';
import { Evaluation, compilePolicy } from './program.ts';
import { resourceNames } from './resources.ts';
import type { Answer } from './three-valued.ts';
import { allOf } from './three-valued.ts';

/** Never throws for what policies and objects say. O(objects · policies · work of the expressions). */
export function simulateAdmission(input: SimulateAdmissionInput): AdmissionSimulation {
  const { policies, bindings, objects, known = objects } = input;
  const subjects = subjectsOf(input, known);
  const bound = Map.groupBy(bindings, ({ policyName }) => policyName);
  const names = new Set(policies.map(({ name }) => name));
  const compiled = policies.map(compilePolicy);
  const outcomes: AdmissionOutcome[] = [];
  const judged = new Set<Manifest>();
  const busy = new Set<AdmissionPolicy>();
  for (const { subject, madeBy } of subjects) {
    for (const each of compiled) {
      const judging = { ...each, bindings: bound.get(each.policy.name) ?? [], known, unbound: input.unbound ?? null };
      const found = judge(judging, subject);
      if (found.length === 0) continue;
      busy.add(each.policy);
      judged.add(madeBy ?? subject.object);
      outcomes.push(...found.map((outcome) => ({ ...outcome, object: subject.object, operation: subject.operation, madeBy })));
    }
  }
  return {
    outcomes,
    judged: judged.size,
    idle: policies.filter((policy) => !busy.has(policy)),
    orphans: bindings.filter(({ policyName }) => !names.has(policyName)),
  };
}

interface JudgedSubject {
  readonly subject: Subject;
  readonly madeBy: Manifest | null;
}

function subjectsOf(
  { objects, previous = [], deletions = false }: SimulateAdmissionInput,
  known: readonly Manifest[],
): readonly JudgedSubject[] {
  const resourceOf = resourceNames([...known, ...previous]);
  const namespaces = new Map(
    [...previous, ...known].flatMap((each) =>
      each.kind === 'Namespace' && each.apiVersion === 'v1' && each.name !== null ? [[each.name, each] as const] : [],
    ),
  );
  const keyOf = (written: Manifest): string | null => {
    const { group, kind, isNamespaced } = resourceOf(written);
    const namespace = isNamespaced === false ? '' : (written.namespace ?? 'default');
    return written.name === null || written.name.endsWith('*') ? null : JSON.stringify([group, kind, namespace, written.name]);
  };
  const before = new Map(previous.flatMap((each) => (keyOf(each) === null ? [] : [[keyOf(each), each] as const])));
  const subjectOf = (written: Manifest, operation: AdmissionOperation, old: Manifest | null): Subject => {
    const resource = resourceOf(written);
    const complete = (each: Manifest): Manifest => ({ ...each, value: withDefaults(withoutNulls(each.value), resource) });
    const own = { operation, old: old && complete(old), object: complete(written), resource };
    if (resource.isNamespaced === false || (resource.isNamespaced === null && written.namespace === null))
      return { ...own, namespace: null };
    const name = written.namespace ?? 'default';
    return { ...own, namespace: { name, value: namespaceValue(namespaces.get(name)?.value, name) } };
  };
  const asked = objects.flatMap((object): readonly JudgedSubject[] => {
    const old = before.get(keyOf(object)) ?? null;
    const pod = madePod(object);
    const own: JudgedSubject = { subject: subjectOf(object, old ? 'UPDATE' : 'CREATE', old), madeBy: null };
    // The controller creates pods, also after an update.
    return pod ? [own, { subject: subjectOf(pod, 'CREATE', null), madeBy: object }] : [own];
  });
  if (!deletions) return asked;
  const kept = new Set(objects.map(keyOf));
  const gone = [...before].filter(([key]) => !kept.has(key));
  return [...asked, ...gone.map(([, old]) => ({ subject: subjectOf(old, 'DELETE', old), madeBy: null }))];
}

type OwnOutcome = Omit<AdmissionOutcome, 'object' | 'operation' | 'madeBy'>;

interface Judging extends CompiledPolicy {
  readonly bindings: readonly AdmissionBinding[];
  readonly known: readonly Manifest[];
  readonly unbound: AdmissionAction | null;
}

/** Empty: the policy does not look at the object. */
function judge(judging: Judging, subject: Subject): readonly OwnOutcome[] {
  const { policy, bindings, unbound } = judging;
  const asked = isMatched(policy.match, subject, false);
  if (asked === false) return [];
  if (bindings.length === 0) return outcomesOf(judging, subject, { binding: null, actions: unbound ? [unbound] : [], asked });
  return bindings.flatMap((binding) => {
    const here = allOf([asked, binding.match ? isMatched(binding.match, subject, true) : true]);
    return here === false ? [] : outcomesOf(judging, subject, { binding, actions: binding.actions, asked: here });
  });
}

interface Binding {
  readonly binding: AdmissionBinding | null;
  readonly actions: readonly AdmissionAction[];
  readonly asked: Answer;
}

function outcomesOf(judging: Judging, subject: Subject, bound: Binding): readonly OwnOutcome[] {
  const { known } = judging;
  const params = paramsOf({ policy: judging.policy, binding: bound.binding, known, namespace: subject.namespace?.name ?? null });
  const teller = new Teller(judging, bound);
  if (params.kind === 'unknown') return [teller.unknown(params.why)];
  return params.found.flatMap((found) => {
    const tracker = noTracker();
    const evaluation = new Evaluation(judging, valuesOf(subject, found, tracker), tracker);
    return validate(evaluation, judging, new Teller(judging, bound, found));
  });
}

function validate(evaluation: Evaluation, { policy, conditions, validations }: Judging, teller: Teller): readonly OwnOutcome[] {
  const { tracker } = evaluation;
  const met = conditions.map(({ program, cel }) => ({ cel, value: evaluation.of(program) }));
  if (met.some(({ value }) => value === false)) return [];
  const failed = met.find(({ value }) => value !== true && !(value instanceof Unanswered));
  if (failed) return policy.failurePolicy === 'Ignore' ? [] : [teller.refused(faultText(failed.value), { isError: true, cel: failed.cel })];
  const open = met.find(({ value }) => value instanceof Unanswered);
  const outcomes = validations.flatMap(({ cel, program, validation, message }): readonly OwnOutcome[] => {
    tracker.reads.length = 0;
    const value = evaluation.of(program);
    if (value === true) return [];
    const evidence = evidenceOf(tracker);
    if (value instanceof Unanswered) return [teller.unknown(unansweredText(value), { cel, evidence })];
    if (open && open.value instanceof Unanswered) return [teller.unknown(unansweredText(open.value), { cel: open.cel })];
    if (value !== false) {
      if (policy.failurePolicy === 'Ignore') return [];
      return [teller.refused(faultText(value), { isError: true, cel, evidence })];
    }
    const said = message && evaluation.of(message);
    return [teller.refused(sentence(said, validation.message, cel.text), { cel, evidence, reason: validation.reason })];
  });
  return outcomes.length > 0 ? outcomes : [teller.allowed()];
}

/** As the API server words it. */
function sentence(said: CelValue, message: string | null, expression: string): Text {
  const made = typeof said === 'string' && said.trim() !== '' && !said.includes('\n') ? said.trim() : null;
  const text = made ?? message ?? `failed expression: ${expression.trim()}`;
  return { en: text, ja: text };
}

function faultText(value: CelValue): Text {
  if (value instanceof CelFault) return { en: `the expression fails: ${value.text.en}`, ja: `式の評価に失敗します: ${value.text.ja}` };
  return { en: 'the expression is no condition', ja: '式が真偽値になりません' };
}

function unansweredText({ path, reason }: Unanswered): Text {
  const text = path === '' ? reason.detail : `${path}: ${reason.detail}`;
  return { en: text, ja: text };
}

/** The last that was looked at decided. */
function evidenceOf({ reads }: Tracker): Range | null {
  for (let index = reads.length - 1; index >= 0; index--) {
    const read = reads[index];
    const range = read?.path.startsWith('object') === true ? read.node.place.range : null;
    if (range) return range;
  }
  return null;
}

interface Said {
  readonly isError?: boolean;
  readonly cel?: OwnOutcome['cel'];
  readonly evidence?: Range | null;
  readonly reason?: string;
}

const STATUSES: Readonly<Record<AdmissionAction, AdmissionStatus>> = { Deny: 'denied', Warn: 'warned', Audit: 'audited' };

/** Puts outcomes of one policy and binding together. */
class Teller {
  readonly #policy: AdmissionPolicy;
  readonly #bound: Binding;
  readonly #params: Manifest | null;

  constructor({ policy }: Judging, bound: Binding, params: Manifest | null = null) {
    this.#policy = policy;
    this.#bound = bound;
    this.#params = params;
  }

  allowed(): OwnOutcome {
    return this.#outcome('allowed', { en: '', ja: '' }, {});
  }

  unknown(message: Text, said: Said = {}): OwnOutcome {
    return this.#outcome('unknown', message, said);
  }

  /** Unknown when it is not certain that the policy looks at the object at all. */
  refused(message: Text, said: Said): OwnOutcome {
    const { asked, actions } = this.#bound;
    if (asked instanceof Unanswered) return this.unknown(unansweredText(asked), said);
    const [gravest] = actions;
    return this.#outcome(gravest ? STATUSES[gravest] : 'unbound', message, said);
  }

  #outcome(status: AdmissionStatus, message: Text, { isError = false, cel = null, evidence = null, reason = 'Invalid' }: Said): OwnOutcome {
    const { binding, actions } = this.#bound;
    return { status, policy: this.#policy, binding, actions, params: this.#params, cel, message, reason, isError, evidence };
  }
}
