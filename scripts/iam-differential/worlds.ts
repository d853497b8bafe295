/** Random policies of every layer, and random requests against them, in the words of words.ts. */
import type { Random } from '../../bench/estate/random.ts';
import type { AccessInput, ContextValue } from '../../packages/engine/src/iam/index.ts';
import type { Key } from './words.ts';
import { HOME, actionPatterns, keys, operations, operatorsOf, principalElements, principals, resourcePatterns } from './words.ts';

type Json = Record<string, unknown>;
type Context = Record<string, ContextValue>;

/** A layer without a principal, one that needs a principal, or RCPs, whose principal is everyone. */
type Principals = 'none' | 'any' | 'everyone';

/** The policies and settings of an evaluation: many requests are put to each. */
export function randomPolicies(random: Random): Pick<AccessInput, 'policies' | 'settings'> {
  const layer = (probability: number, principalsOf: Principals): readonly Json[] | null =>
    random.chance(probability) ? some(random, 1, 2, () => document(random, principalsOf)) : null;
  const levels = (principalsOf: Principals) =>
    random.chance(0.3)
      ? some(random, 1, 3, (at) => ({
          level: `ou-ab12-${at}`,
          policies: [...(random.chance(0.7) ? [full(principalsOf)] : []), ...some(random, 0, 2, () => document(random, principalsOf))],
        }))
      : [];
  return {
    policies: {
      identity: some(random, 0, 3, () => (random.chance(0.2) ? full('none') : document(random, 'none'))),
      resource: layer(0.6, 'any'),
      boundary: random.chance(0.2) ? some(random, 1, 2, () => (random.chance(0.4) ? full('none') : document(random, 'none'))) : null,
      session: random.chance(0.25) ? some(random, 1, 2, () => (random.chance(0.4) ? full('none') : document(random, 'none'))) : null,
      scp: levels('none'),
      rcp: levels('everyone'),
      vpce: random.chance(0.12) ? [random.chance(0.5) ? full('everyone') : document(random, 'any')] : null,
    },
    settings: {
      s3BlockPublicAccess: random.chance(0.2) ? random.chance(0.7) : null,
      ...(random.chance(0.1) ? { managementAccount: HOME } : {}),
    },
  };
}

function full(principalsOf: Principals): Json {
  const principal = principalsOf === 'none' ? {} : { Principal: '*' };
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...principal, Action: '*', Resource: '*' }] };
}

function document(random: Random, principalsOf: Principals): Json {
  const version = random.chance(0.85) ? { Version: '2012-10-17' } : random.pick([{ Version: '2008-10-17' }, {}]);
  const statements = some(random, 1, 3, () => statement(random, principalsOf));
  const [only] = statements;
  return { ...version, Statement: statements.length === 1 && random.chance(0.3) ? only : statements };
}

function statement(random: Random, principalsOf: Principals): Json {
  return {
    Effect: random.chance(0.7) ? 'Allow' : 'Deny',
    ...principalOf(random, principalsOf),
    [random.chance(0.15) ? 'NotAction' : 'Action']: oneOrMore(random, actionPatterns),
    ...resourceOf(random, principalsOf),
    ...(random.chance(0.45) ? { Condition: condition(random) } : {}),
  };
}

function principalOf(random: Random, principalsOf: Principals): Json {
  if (principalsOf === 'none') return {};
  if (principalsOf === 'everyone') return { Principal: '*' };
  return { [random.chance(0.12) ? 'NotPrincipal' : 'Principal']: random.pick(principalElements) };
}

function resourceOf(random: Random, principalsOf: Principals): Json {
  if (principalsOf === 'any' && random.chance(0.2)) return {};
  return { [random.chance(0.12) ? 'NotResource' : 'Resource']: random.chance(0.3) ? '*' : oneOrMore(random, resourcePatterns) };
}

function condition(random: Random): Json {
  const built: Record<string, Json> = {};
  for (let left = random.int(1, 3); left > 0; left -= 1) {
    const key = random.pick(keys);
    const operator = operatorFor(random, key);
    built[operator] = { ...built[operator], [spelled(random, key.name)]: wanted(random, key, operator) };
  }
  return built;
}

function operatorFor(random: Random, key: Key): string {
  if (random.chance(0.08)) return 'Null';
  const set = random.chance(key.multivalued ? 0.85 : 0.06) ? random.pick(['ForAllValues:', 'ForAnyValue:']) : '';
  return `${set}${random.pick(operatorsOf[key.kind])}${random.chance(0.15) ? 'IfExists' : ''}`;
}

function wanted(random: Random, key: Key, operator: string): unknown {
  if (operator === 'Null') return random.pick(['true', 'false', true, false]);
  if (key.kind === 'bool' && random.chance(0.3)) return random.chance(0.5);
  return oneOrMore(random, [...key.values, ...key.patterns]);
}

/** Names of keys mind no case. */
function spelled(random: Random, name: string): string {
  return random.chance(0.1) ? name.toUpperCase().replace('/TEAM', '/team') : name;
}

export function randomRequest(random: Random, hasSession: boolean): Pick<AccessInput, 'request' | 'mode'> {
  const [action, resource] = random.pick(operations);
  const principal = random.pick(principals);
  // Nobody can take a role as the root user: a rule of its own, which is not in the reference.
  if (typeof principal === 'string' && principal.endsWith(':root') && action.startsWith('sts:')) return randomRequest(random, hasSession);
  // Users have no session policies.
  if (hasSession && typeof principal === 'string' && principal.includes(':user/')) return randomRequest(random, hasSession);
  return {
    request: {
      // The list holds the two forms that PrincipalInput has.
      principal: principal as AccessInput['request']['principal'],
      action: random.chance(0.1) ? action.toUpperCase() : action,
      resource,
      resourceAccount: HOME,
      context: randomContext(random, random.next() * 0.8),
    },
    mode: random.chance(0.5) ? 'strict' : 'discovery',
  };
}

function randomContext(random: Random, probability: number): Context {
  const context: Context = {};
  for (const key of keys) if (!key.derived && random.chance(probability)) context[key.name] = valueOf(random, key);
  return context;
}

/** The context with values, or absence, for every key that was not known. What follows from the caller is known already. */
export function randomCompletion(random: Random, base: Readonly<Context>): Context {
  const context: Context = { ...base };
  const probability = random.pick([0.2, 0.5, 0.8, 1]);
  for (const key of keys)
    if (!key.derived && !Object.hasOwn(base, key.name) && random.chance(probability)) context[key.name] = valueOf(random, key);
  return context;
}

function valueOf(random: Random, key: Key): ContextValue {
  if (random.chance(0.12)) return null;
  if (key.multivalued) return some(random, 0, 3, () => random.pick(key.values));
  const value = random.pick(key.values);
  if (key.kind === 'bool' && random.chance(0.3)) return value === 'true';
  return key.kind === 'number' && random.chance(0.3) ? Number(value) : value;
}

function oneOrMore(random: Random, items: readonly string[]): unknown {
  return random.chance(0.6) ? random.pick(items) : some(random, 1, 3, () => random.pick(items));
}

function some<T>(random: Random, min: number, max: number, make: (at: number) => T): T[] {
  return Array.from({ length: random.int(min, max) }, (_, at) => make(at));
}
