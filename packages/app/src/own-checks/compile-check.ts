/** A check as its file says it → a check of the catalogue: types checked, expressions compiled. */
import type {
  CatalogueEntry,
  CelDeclarations,
  CelField,
  CelObject,
  CelType,
  Check,
  Diagnostic,
  Language,
  Parameters,
  Resource,
  ResourceShapeIndex,
  ResourceType,
  Source,
  Text,
  Tracker,
  Verdict,
} from '@kumomori/model';
import { Unanswered, celObject, celType, diagnosticAt, nowhere, parseCelType, suggest, trackedOf } from '@kumomori/model';
import type { CelProgram, CelValue } from '@kumomori/engine';
import { CelFault, celOfData, celOfFields, checkCel, compileCel } from '@kumomori/engine';
import type { WrittenCel, WrittenCheck } from '@kumomori/parsers';
import type { Messages } from '../i18n/index.ts';
import { renderTemplate } from './message.ts';

export interface CompileContext {
  readonly source: Source;
  readonly language: Language;
  readonly messages: Messages;
  readonly shapes: ResourceShapeIndex;
}

export interface CompiledCheck {
  /** Null when something is wrong with it. */
  readonly entry: CatalogueEntry | null;
  /** Warnings too. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Variables of a condition, in the order of their slots. */
export const CHECK_VARIABLES = ['resource', 'params', 'origin'] as const;
const ORIGIN = 'origin';
const PARAMS = 'params';

const originObject: CelObject = {
  name: ORIGIN,
  fields: new Map(
    ['kind', 'address', 'provider', 'account', 'region'].map((name): [string, CelField] => [
      name,
      { type: celType('string'), optional: false },
    ]),
  ),
};

/** Never throws: what is wrong is said at its place in the file. */
export function compileCheck(written: WrittenCheck, context: CompileContext): CompiledCheck {
  const { source, shapes, messages } = context;
  const { resourceType } = written;
  if (!isResourceType(resourceType.name, shapes)) {
    const message = messages.ownChecks.unknownType(resourceType.name, suggest(resourceType.name, shapes.types));
    const diagnostic = diagnosticAt(source, resourceType.range?.start ?? 0, { code: 'check-invalid', message });
    return { entry: null, diagnostics: [diagnostic] };
  }
  const declarations = declarationsFor(resourceType.name, written.params, shapes);
  const templates = written.message ? [...written.message.en.parts, ...written.message.ja.parts] : [];
  const values = templates.flatMap((part) => (typeof part === 'string' ? [] : typeProblems(part, { declarations, context, wanted: null })));
  const conditions = [written.when, written.condition].flatMap((each) =>
    each ? typeProblems(each, { declarations, context, wanted: 'bool' }) : [],
  );
  // What is missing in a sentence is left out of it: nothing to warn of.
  const diagnostics = withoutRepeats([...conditions, ...values.filter(({ severity }) => severity === 'error')]);
  if (diagnostics.some(({ severity }) => severity === 'error')) return { entry: null, diagnostics };
  return { entry: { id: written.id.name, check: checkOf(written, resourceType.name) }, diagnostics };
}

function isResourceType(name: string, shapes: ResourceShapeIndex): name is ResourceType {
  return shapes.types.includes(name);
}

/** What a condition over a resource type may speak of. */
function declarationsFor(type: string, params: Parameters, shapes: ResourceShapeIndex): CelDeclarations {
  const fields = Object.entries(params).map(([name, parameter]): [string, CelField] => [
    name,
    { type: parseCelType(parameter.type === 'number' ? 'number' : 'list<string>'), optional: false },
  ]);
  const own: ReadonlyMap<string, CelObject> = new Map([
    [ORIGIN, originObject],
    [PARAMS, { name: PARAMS, fields: new Map(fields) }],
  ]);
  const variables = new Map<string, CelType>([
    ['resource', celObject(type)],
    [PARAMS, celObject(PARAMS)],
    [ORIGIN, celObject(ORIGIN)],
  ]);
  return { variables, object: (name) => own.get(name) ?? shapes.object(name) };
}

interface Typing {
  readonly declarations: CelDeclarations;
  readonly context: CompileContext;
  readonly wanted: 'bool' | null;
}

function typeProblems({ expression, offsetOf }: WrittenCel, { declarations, context, wanted }: Typing): readonly Diagnostic[] {
  const { type, problems } = checkCel(expression, declarations);
  const found = problems.map(({ severity, code, start, message }) =>
    diagnosticAt(context.source, offsetOf(start), { severity, code, message: message[context.language] }),
  );
  if (wanted === null || type.kind === wanted || type.kind === 'dyn') return found;
  const message = context.messages.ownChecks.noCondition;
  return [...found, diagnosticAt(context.source, offsetOf(expression.start), { code: 'cel-type', message })];
}

function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((each) => [`${each.line}:${each.column}:${each.message}`, each])).values()];
}

function checkOf(written: WrittenCheck, on: ResourceType): Check {
  const { title, severity, priority, controlType, fix, references, equivalents, params, examples } = written;
  return {
    ...{ title, severity, priority, controlType, on, fix, references, equivalents, params, examples },
    why: written.why ?? title,
    evaluate: evaluatorOf(written),
  };
}

function evaluatorOf({ id, title, when, condition, message }: WrittenCheck): Check['evaluate'] {
  const holds = compileCel(condition.expression, CHECK_VARIABLES);
  const applies = when && compileCel(when.expression, CHECK_VARIABLES);
  const compiled = message && { en: compileTemplate(message.en.parts), ja: compileTemplate(message.ja.parts) };
  return (view, params) => {
    const subject = subjectOf(view, params);
    if (applies && !asked(applies, subject, id.name)) return { status: 'not-applicable', message: notApplicable(subject.name) };
    const before = subject.tracker.reads.length;
    const answer = holds.evaluate(subject.values, subject.tracker);
    // Whether the check applies is no evidence for its verdict, unless there is no other.
    if (before > 0 && subject.tracker.reads.length > before) subject.tracker.reads.splice(0, before);
    if (answer === true) return { status: 'pass' };
    if (answer === false)
      return { status: 'fail', message: compiled ? sentence(compiled, subject) : plainMessage(subject.name, title), at: null };
    return undecided(answer, { id: id.name, name: subject.name });
  };
}

/** Whether the check applies. Throws what a verdict that is unknown is made of. */
function asked(applies: CelProgram, { values, tracker, name }: Subject, id: string): boolean {
  const answer = applies.evaluate(values, tracker);
  if (typeof answer === 'boolean') return answer;
  if (answer instanceof Unanswered) throw answer;
  throw new Unanswered('unresolved', 'when', { code: 'unsupported', detail: faultText(answer, { id, name }).en }, nowhere);
}

/** Throws {@link Unanswered}, which the runner makes a verdict of. */
function undecided(answer: CelValue, check: { readonly id: string; readonly name: string }): Verdict {
  if (answer instanceof Unanswered) throw answer;
  return { status: 'unknown', message: faultText(answer, check) };
}

function faultText(answer: CelValue, { id, name }: { readonly id: string; readonly name: string }): Text {
  const text = answer instanceof CelFault ? answer.text : { en: 'it is no condition', ja: '条件になっていません' };
  return {
    en: `${name}: the condition of ${id} cannot be evaluated: ${text.en}`,
    ja: `${name}: ${id} の条件を評価できません: ${text.ja}`,
  };
}

interface Subject {
  readonly name: string;
  readonly values: readonly CelValue[];
  readonly tracker: Tracker;
}

function subjectOf(view: unknown, params: unknown): Subject {
  const tracked = trackedOf(view);
  if (!tracked || tracked.node.node !== 'object') throw new TypeError('a check is evaluated with the view of a resource');
  const { node, tracker, resource } = tracked;
  const name = resource?.name ?? '';
  const where = { path: '', tracker, resource: { name } };
  return { name, tracker, values: [celOfFields(node, where), celOfData(params), resource ? originOf(resource) : null] };
}

function originOf({ origin, provider, account, region }: Resource): CelValue {
  const unknown = (field: string): Unanswered =>
    new Unanswered(
      'unresolved',
      `origin.${field}`,
      { code: 'computed', detail: 'the code does not say it' },
      { range: origin.head, via: null },
    );
  return celOfData({
    kind: origin.kind,
    address: origin.address,
    provider,
    account: account ?? unknown('account'),
    region: region ?? unknown('region'),
  });
}

type CompiledTemplate = readonly (string | CelProgram)[];

function compileTemplate(parts: readonly (string | WrittenCel)[]): CompiledTemplate {
  return parts.map((part) => (typeof part === 'string' ? part : compileCel(part.expression, CHECK_VARIABLES)));
}

function sentence({ en, ja }: Readonly<Record<Language, CompiledTemplate>>, { values, tracker }: Subject): Text {
  return { en: renderTemplate(en, values, tracker), ja: renderTemplate(ja, values, tracker) };
}

function plainMessage(name: string, title: Text): Text {
  return { en: `${name} does not meet: ${title.en}`, ja: `${name} は「${title.ja}」を満たしていません` };
}

function notApplicable(name: string): Text {
  return { en: `the check does not apply to ${name}`, ja: `${name} にはこのチェックは当てはまりません` };
}
