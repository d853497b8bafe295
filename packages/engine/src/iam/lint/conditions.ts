/** Lints about Condition. Source: IAM User Guide, "Condition operators", "Single-valued vs. multivalued context keys", "AWS global condition context keys". */
import { parseCidr } from '@kumomori/model';
import type { ActionCatalogue } from '../aws/index.ts';
import { matchesStars } from '../shared/index.ts';
import { GLOBAL_KEYS, isGlobalKey } from './global-keys.ts';
import { hasHole } from './holes.ts';
import { finding, knownTexts } from './reading.ts';
import type { ConditionLine, ReadStatement, Scene } from './reading.ts';
import type { LintFinding, LintId } from './types.ts';

type Family = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IPAddress' | 'ARN' | 'Null';

const FAMILIES: readonly (readonly [Family, readonly string[]])[] = [
  ['String', ['stringequals', 'stringnotequals', 'stringequalsignorecase', 'stringnotequalsignorecase', 'stringlike', 'stringnotlike']],
  ['Numeric', orders('numeric')],
  ['Date', orders('date')],
  ['Bool', ['bool']],
  ['Binary', ['binaryequals']],
  ['IPAddress', ['ipaddress', 'notipaddress']],
  ['ARN', ['arnequals', 'arnlike', 'arnnotequals', 'arnnotlike']],
  ['Null', ['null']],
];
const FAMILY_OF = new Map(FAMILIES.flatMap(([family, names]) => names.map((name) => [name, family] as const)));

function orders(kind: string): readonly string[] {
  return ['equals', 'notequals', 'lessthan', 'lessthanequals', 'greaterthan', 'greaterthanequals'].map((name) => kind + name);
}

/** Which operators fit a key of the type that the references give. Texts fit nearly everything, so only plain contradictions are told. */
const FITTING: Readonly<Record<string, readonly Family[]>> = {
  String: ['String', 'ARN', 'Binary'],
  ARN: ['ARN', 'String'],
  Bool: ['Bool', 'String'],
  Date: ['Date', 'Numeric', 'String'],
  Numeric: ['Numeric', 'String'],
  IPAddress: ['IPAddress', 'String'],
  Binary: ['Binary', 'String'],
};

export function lintConditions(scene: Scene): readonly LintFinding[] {
  return scene.statements.flatMap((statement) => [
    ...statement.conditions.flatMap((line) => [
      ...operatorOf(line, statement, scene),
      ...(hasHole(line.key) ? [] : [...valuesOf(line, statement), ...setOf(line, statement, scene), ...effectOf(line, statement)]),
    ]),
  ]);
}

/** The type of a key: `ArrayOfString`, `Bool`, …; null when nothing is known of it, undefined when the references do not have it. */
function typeOf(key: string, statement: ReadStatement, catalogue: ActionCatalogue | null): string | null | undefined {
  const lower = key.toLowerCase();
  const global = GLOBAL_KEYS.get(lower) ?? GLOBAL_KEYS.get(`${lower.split('/')[0] ?? ''}/`);
  if (global !== undefined) return global;
  const service = lower.split(':')[0] ?? '';
  if (service === 'aws') return isGlobalKey(lower) ? null : undefined;
  // Keys of identity providers are named after the provider.
  if (catalogue === null || service.includes('.') || !catalogue.hasService(service) || statement.notActions !== null) return null;
  const types = catalogue.conditionKeysOf(service);
  for (const [name, type] of types) if (sameKey(name, lower)) return type;
  return undefined;
}

/** `s3:ExistingObjectTag/<key>` stands for any tag. */
function sameKey(name: string, key: string): boolean {
  const fixed = name.toLowerCase().split(/[$<]/)[0] ?? '';
  return fixed.length === name.length ? fixed === key : key.startsWith(fixed);
}

function operatorOf(line: ConditionLine, statement: ReadStatement, { catalogue }: Scene): readonly LintFinding[] {
  const { base, operator, key, path, ifExists, set } = line;
  if (hasHole(operator)) return [];
  const family = FAMILY_OF.get(base);
  const at = { statement, path };
  if (family === undefined) return [finding('operator-unknown', { ...at, text: operator })];
  if (family === 'Null' && (ifExists || set !== null)) return [finding('if-exists-on-null', { ...at, text: operator })];
  if (hasHole(key)) return [];
  const type = typeOf(key, statement, catalogue);
  if (type === undefined) return [finding('condition-key-unknown', { ...at, text: key })];
  const fitting = type === null ? undefined : FITTING[type.replace('ArrayOf', '')];
  return fitting === undefined || family === 'Null' || fitting.includes(family)
    ? []
    : [finding('operator-type', { ...at, text: `${operator} ${key}`, hint: fitting[0] ?? null })];
}

function valuesOf(line: ConditionLine, statement: ReadStatement): readonly LintFinding[] {
  const { base, key, path } = line;
  const family = FAMILY_OF.get(base);
  const values = line.values.filter((value) => !hasHole(value));
  const found = (id: LintId, text: string, hint: string | null = null): LintFinding => finding(id, { statement, path, text, hint });
  if (line.values.length === 0) return [found('condition-value-invalid', key)];
  return values.flatMap((value) => {
    const hasVariable = /\$\{[^*?$}]/.test(value);
    if (hasVariable && family !== 'String' && family !== 'ARN' && family !== 'Bool') return [found('variable-in-wrong-operator', value)];
    if (!hasVariable && !isOfFamily(value, family)) return [found('condition-value-invalid', value, family ?? null)];
    if (isExact(base) && /[*?]/.test(value.replaceAll(/\$\{[^}]*\}/g, ''))) return [found('wildcard-without-like', value)];
    if (family === 'IPAddress' && key.toLowerCase() === 'aws:sourceip' && isPrivate(value))
      return [found('private-source-ip', value, 'aws:VpcSourceIp')];
    return [];
  });
}

function isExact(base: string): boolean {
  return /^string(?:not)?equals(?:ignorecase)?$/.test(base);
}

function isOfFamily(value: string, family: Family | undefined): boolean {
  switch (family) {
    case 'Numeric':
      return /^[+-]?\d+(?:\.\d+)?$/.test(value);
    case 'Date':
      return /^\d+$/.test(value) || /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(value);
    case 'Bool':
    case 'Null':
      return /^(?:true|false)$/i.test(value);
    case 'IPAddress':
      return parseCidr(value) !== null;
    case 'ARN':
      return /^[*?]+$/.test(value) || (/^[a*?]/.test(value) && value.split(':').length >= 6);
    default:
      return true;
  }
}

/** RFC 1918 and unique local addresses: requests from there reach AWS with the address of a gateway, or without any. */
function isPrivate(value: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:)/i.test(value);
}

function setOf(line: ConditionLine, statement: ReadStatement, { catalogue }: Scene): readonly LintFinding[] {
  const { set, base, key, operator, path } = line;
  const type = typeOf(key, statement, catalogue);
  const at = { statement, path, text: `${operator} ${key}` };
  if (set !== null && typeof type === 'string' && !type.startsWith('ArrayOf')) return [finding('set-operator-on-single-value', at)];
  if (set === null && type?.startsWith('ArrayOf') === true && FAMILY_OF.get(base) !== 'Null')
    return [finding('set-operator-missing', { ...at, hint: `ForAnyValue:${operator}` })];
  if (set === 'forallvalues' && statement.effect === 'Allow' && !wantsPresence(key, statement))
    return [finding('for-all-values-in-allow', { ...at, hint: `Null ${key} false` })];
  if (set === 'foranyvalue' && statement.effect === 'Deny' && base.includes('not')) return [finding('for-any-value-in-deny', at)];
  return [];
}

/** Another line that fails when the key is missing. */
function wantsPresence(key: string, { conditions }: ReadStatement): boolean {
  return conditions.some(
    (line) =>
      line.key.toLowerCase() === key.toLowerCase() &&
      (line.set === 'foranyvalue' || (line.base === 'null' && line.values.every((value) => value.toLowerCase() === 'false'))),
  );
}

/** What a missing key does to the statement. */
function effectOf(line: ConditionLine, statement: ReadStatement): readonly LintFinding[] {
  const { base, set, ifExists, key, operator, path, values } = line;
  const lower = key.toLowerCase();
  const at = { statement, path, text: `${operator} ${key}` };
  const isMfa = lower === 'aws:multifactorauthpresent';
  if (statement.effect === 'Deny')
    return isMfa && base === 'bool' && !ifExists && values.some((value) => value.toLowerCase() === 'false')
      ? [finding('mfa-deny-without-if-exists', { ...at, hint: 'BoolIfExists' })]
      : [];
  if (statement.effect !== 'Allow' || set !== null || wantsPresence(key, statement)) return [];
  if (ifExists && OPTIONAL_KEYS.test(lower) && !base.includes('not'))
    return [finding('if-exists-in-allow', { ...at, hint: operator.replace(/IfExists$/i, '') })];
  if (base.includes('not') && OPTIONAL_KEYS.test(lower)) return [finding('negation-in-allow', { ...at, hint: `Null ${key} false` })];
  return [];
}

/** Keys that guard access and that many requests do not have. Keys of single resource types are meant to be skipped by IfExists. */
const OPTIONAL_KEYS =
  /^aws:(?:multifactorauth(?:present|age)|sourceip|sourcevpce?|vpcsourceip|principaltag\/.*|principalorgid|principalorgpaths|sourcearn|sourceaccount|sourceorgid|tokenissuetime|resourcetag\/.*)$/;

/** Conditions of a statement that compare one key: used by the lints about single actions. */
export function compares(statement: ReadStatement, key: string): boolean {
  return statement.conditions.some((line) => line.key.toLowerCase() === key.toLowerCase());
}

/** Whether one of the statement's actions covers the name, by its own text or a wildcard. */
export function coversAction(statement: ReadStatement, name: string): boolean {
  const lower = name.toLowerCase();
  return knownTexts(statement.actions).some((text) => matchesStars(text.toLowerCase(), lower));
}
