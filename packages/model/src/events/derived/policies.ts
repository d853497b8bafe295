/** Policy documents as calls carry them: as an object, or as its text. Elements in any case, as AWS takes them. */
import type { PolicyCondition, PolicyPrincipal, PolicyStatement } from '../../policy/index.ts';
import { isRecord, jsonOf } from '../../record.ts';

type Raw = Readonly<Record<string, unknown>>;

/** A policy of AWS has far fewer. */
const MAX_STATEMENTS = 1000;

/** The policy in a text, plain or as IAM answers (percent-encoded); null where there is none. */
export function documentIn(text: string): Raw | null {
  const start = /^\s*(?:\{|%7B)/i.exec(text)?.[0];
  if (start === undefined || !/statement/i.test(text)) return null;
  const value = jsonOf(start.endsWith('{') ? text : decoded(text));
  return isRecord(value) && isDocument(value) ? value : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** Whether an object is a policy: it has statements. */
export function isDocument(value: Raw): boolean {
  const statements = element(value, 'Statement');
  return isRecord(statements) || (Array.isArray(statements) && statements.some((each) => isRecord(each)));
}

/** Those that are objects. An effect that is not Deny counts as Allow only where it says so. */
export function statementsOf(document: Raw): readonly PolicyStatement[] {
  return many(element(document, 'Statement'))
    .slice(0, MAX_STATEMENTS)
    .flatMap((each) => (isRecord(each) ? [statementOf(each)] : []));
}

function statementOf(raw: Raw): PolicyStatement {
  const texts = (name: string): readonly string[] => many(element(raw, name)).flatMap((each) => (typeof each === 'string' ? each : []));
  const sid = element(raw, 'Sid');
  return {
    sid: typeof sid === 'string' ? sid : undefined,
    effect: element(raw, 'Effect') === 'Allow' ? 'Allow' : 'Deny',
    principals: principalsOf(element(raw, 'Principal')),
    notPrincipals: principalsOf(element(raw, 'NotPrincipal')),
    actions: texts('Action'),
    notActions: texts('NotAction'),
    resources: texts('Resource'),
    notResources: texts('NotResource'),
    conditions: conditionsOf(element(raw, 'Condition')),
  };
}

const KINDS: Readonly<Record<string, PolicyPrincipal['type']>> = {
  aws: 'AWS',
  '*': 'AWS',
  service: 'Service',
  federated: 'Federated',
  canonicaluser: 'CanonicalUser',
};

function principalsOf(value: unknown): readonly PolicyPrincipal[] {
  if (!isRecord(value)) return many(value).flatMap((each) => (typeof each === 'string' ? [{ type: 'AWS' as const, value: each }] : []));
  return Object.entries(value).flatMap(([name, inner]) => {
    const key = name.toLowerCase();
    const type = Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
    return type === undefined ? [] : many(inner).flatMap((each) => (typeof each === 'string' ? [{ type, value: each }] : []));
  });
}

function conditionsOf(value: unknown): readonly PolicyCondition[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([operator, keys]) =>
    isRecord(keys)
      ? Object.entries(keys).map(([key, values]) => ({ operator, key, values: many(values).map((each) => String(each)) }))
      : [],
  );
}

/** As AWS writes it first, then in any case. */
function element(raw: Raw, name: string): unknown {
  if (Object.hasOwn(raw, name)) return raw[name];
  const lower = name.toLowerCase();
  return Object.entries(raw).find(([key]) => key.toLowerCase() === lower)?.[1];
}

function many(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : value === undefined || value === null ? [] : [value];
}
