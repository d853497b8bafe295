/** Operations that detections watch: what attackers use, by the rules themselves, so that no second list grows old. */
import type { CompiledRule } from '../detect/index.ts';
import type { AbusedBy } from './profile.ts';

type Predicate = CompiledRule['predicate'];

/** Fields that hold the operation, in lower case, by their last part. */
const OPERATION = new Set([
  'eventname',
  'operationname',
  'operationnamevalue',
  'operation',
  'methodname',
  'method_name',
  'action',
  'eventtype',
  'activitydisplayname',
  'verb',
  'message',
]);
/** Operations that nearly everybody calls say nothing by being named. */
const TOO_GENERAL = new Set([
  ...['get', 'list', 'create', 'update', 'delete', 'patch', 'watch', 'accept', 'reject'],
  ...['assumerole', 'assumerolewithsaml', 'assumerolewithwebidentity', 'consolelogin'],
]);
/** Reading is everybody's work; rules that name it add who, how often or with what. Secrets are the exception. */
const READ = /^(?:batch)?(?:get|list|describe|head|lookup|search|query|scan|select)/;
const SECRET = /secret|password|credential|token|parameter/;

function isTelling(name: string): boolean {
  const operation = name.split(/[./]/).at(-1) ?? name;
  return !TOO_GENERAL.has(name) && (!READ.test(operation) || SECRET.test(operation));
}

/** Rules below `low` do not make an operation suspicious. */
export function abusedOperations(rules: readonly CompiledRule[], techniquesOf: (rule: CompiledRule) => readonly string[]): AbusedBy {
  const byName = new Map<string, { readonly sources: Set<string>; readonly techniques: Set<string> }>();
  for (const rule of rules) {
    if (rule.level === 'informational') continue;
    for (const name of namesIn(rule.predicate)) {
      const entry = byName.get(name) ?? { sources: new Set<string>(), techniques: new Set<string>() };
      byName.set(name, entry);
      for (const source of rule.sources) entry.sources.add(source);
      for (const technique of techniquesOf(rule)) entry.techniques.add(technique);
    }
  }
  return ({ source, action }) => {
    const entry = action === null ? undefined : byName.get(action.toLowerCase());
    // A rule without a technique counts or combines; what it names is nothing attackers need.
    return entry?.sources.has(source) === true && entry.techniques.size > 0 ? [...entry.techniques].toSorted() : null;
  };
}

/** Exact names an operation is asked for by; what stands under a `not` is what the rule does not mean. */
function namesIn(predicate: Predicate): readonly string[] {
  if (predicate.kind === 'and' || predicate.kind === 'or') return predicate.parts.flatMap((part) => namesIn(part));
  if (predicate.kind !== 'field' || !OPERATION.has(predicate.field.toLowerCase().split('.').at(-1) ?? '')) return [];
  const { test } = predicate;
  if (test.kind === 'texts') return test.texts.map((text) => text.toLowerCase()).filter((text) => isTelling(text));
  if (test.kind !== 'text' || test.pattern.length !== 1) return [];
  const [piece] = test.pattern;
  return piece?.kind === 'text' && isTelling(piece.text.toLowerCase()) ? [piece.text.toLowerCase()] : [];
}
