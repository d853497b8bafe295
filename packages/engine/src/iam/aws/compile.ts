/** Policy documents → compiled statements. Never throws; what AWS would refuse is reported and never widens. */
import { isRecord } from '@kumomori/model';
import type { PolicyPrincipalEntry, PrincipalElement } from './who.ts';
import { ActionPatterns } from './actions.ts';
import type { CompiledCondition } from './condition.ts';
import { compileCondition } from './condition.ts';
import { hasHole } from '../glob.ts';
import { ResourceElement } from './resources.ts';
import { StatementList } from './statement-list.ts';
import type { Three } from '../three.ts';
import { NO, negate } from '../three.ts';
import type { PolicyDiagnostic, PolicyDocumentInput } from './types.ts';

export interface CompiledStatement {
  readonly index: number;
  readonly sid: string | null;
  readonly effect: 'Allow' | 'Deny';
  readonly notAction: boolean;
  readonly actions: ActionPatterns;
  /** Null where the statement has none: it means the resource that the policy is attached to. */
  readonly resources: ResourceElement | null;
  /** Null where the statement has none, as in identity policies. */
  readonly principals: PrincipalElement | null;
  readonly conditions: readonly CompiledCondition[];
  /** AWS would refuse it: an Allow does not apply, in a Deny what is wrong counts as matching. */
  readonly refused: boolean;
  /** The effect itself is unknown; the statement stands here as an Allow and as a Deny. */
  readonly doubtful: boolean;
}

/** The statements about one action, each with how certainly it is about it. */
export interface Candidates {
  readonly allow: StatementList;
  readonly deny: StatementList;
  readonly isCertain: ReadonlyMap<CompiledStatement, Three> | null;
}

export interface CompiledPolicy {
  readonly version: string;
  readonly statements: readonly CompiledStatement[];
  readonly diagnostics: readonly PolicyDiagnostic[];
  /** By the lower-case name of an action; kept, so that the second question costs one look-up. */
  candidates(action: string): Candidates;
  /** False: no Allow statement is about any action of the service (lower case). */
  mayAllow(service: string): boolean;
}

/** A document of AWS has 10 kB at most; these limits are far above it. */
const MAX_STATEMENTS = 2_000;
const MAX_REMEMBERED = 4_096;

const compiled = new WeakMap<object, CompiledPolicy>();

/** The same document object is compiled once. A document that is no object has no statement. */
export function compilePolicy(document: PolicyDocumentInput): CompiledPolicy {
  if (typeof document !== 'object' || document === null) return read(document);
  const known = compiled.get(document);
  if (known) return known;
  const policy = read(document);
  compiled.set(document, policy);
  return policy;
}

function read(document: PolicyDocumentInput): CompiledPolicy {
  const reader = new Reader();
  const statements = reader.document(document);
  const remembered = new Map<string, Candidates>();
  let services: ReadonlySet<string> | 'all' | null = null;
  return {
    version: reader.version,
    statements,
    diagnostics: reader.diagnostics,
    candidates(action) {
      const known = remembered.get(action);
      if (known) return known;
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      const found = candidatesOf(statements, action);
      remembered.set(action, found);
      return found;
    },
    mayAllow(service) {
      services ??= servicesOf(statements);
      return services === 'all' || services.has(service);
    },
  };
}

function servicesOf(statements: readonly CompiledStatement[]): ReadonlySet<string> | 'all' {
  const services = new Set<string>();
  for (const { effect, notAction, actions } of statements) {
    if (effect !== 'Allow') continue;
    if (notAction) return 'all';
    for (const text of actions.texts) {
      const service = text.slice(0, Math.max(text.indexOf(':'), 0)).toLowerCase();
      if (service === '' || hasHole(service) || /[*?]/.test(service)) return 'all';
      services.add(service);
    }
  }
  return services;
}

function candidatesOf(statements: readonly CompiledStatement[], action: string): Candidates {
  const about: (readonly [CompiledStatement, Three])[] = [];
  for (const statement of statements) {
    const value = actionMatch(statement, action);
    if (value !== NO && !(statement.refused && statement.effect === 'Allow')) about.push([statement, value]);
  }
  if (about.length === 0) return NO_CANDIDATES;
  const all = about.map(([statement]) => statement);
  return {
    allow: new StatementList(all.filter(({ effect }) => effect === 'Allow')),
    deny: new StatementList(all.filter(({ effect }) => effect === 'Deny')),
    isCertain: about.some(([, value]) => value === 1) ? new Map(about) : null,
  };
}

/** Most policies say nothing about most actions. */
const NO_CANDIDATES: Candidates = { allow: new StatementList([]), deny: new StatementList([]), isCertain: null };

/** Whether the Action or NotAction element covers an action (lower case). */
export function actionMatch({ actions, notAction, refused, effect }: CompiledStatement, action: string): Three {
  if (refused && effect === 'Deny' && actions.isEmpty) return 2;
  const listed = actions.match(action);
  return notAction ? negate(listed) : listed;
}

class Reader {
  readonly diagnostics: PolicyDiagnostic[] = [];
  version = '2008-10-17';
  /** Something in the statement that is read now would be refused. */
  #refused = false;

  document(document: PolicyDocumentInput): readonly CompiledStatement[] {
    if (!isRecord(document)) {
      this.#report('not-a-document', '', document);
      return [];
    }
    const version = document['Version'];
    if (version === '2012-10-17' || version === '2008-10-17') this.version = version;
    else if (version !== undefined) this.#report('bad-version', 'Version', version);
    const given = document['Statement'];
    const statements = Array.isArray(given) ? given : given === undefined ? [] : [given];
    if (given === undefined) this.#report('bad-statement', 'Statement', given);
    if (statements.length > MAX_STATEMENTS) this.#report('too-large', 'Statement', `${statements.length}`);
    return statements.slice(0, MAX_STATEMENTS).flatMap((statement: unknown, index) => this.#statement(statement, index));
  }

  #statement(statement: unknown, index: number): readonly CompiledStatement[] {
    const path = `Statement[${index}]`;
    this.#refused = false;
    if (!isRecord(statement)) {
      this.#report('bad-statement', path, statement);
      return [];
    }
    const effect = statement['Effect'];
    const isUnknown = typeof effect === 'string' && hasHole(effect);
    if (effect !== 'Allow' && effect !== 'Deny' && !isUnknown) {
      this.#report('bad-effect', `${path}.Effect`, effect);
      return [];
    }
    const sid = typeof statement['Sid'] === 'string' ? statement['Sid'] : null;
    const body = {
      index,
      sid,
      ...this.#actions(statement, path),
      resources: this.#resources(statement, path),
      principals: this.#principals(statement, path),
      conditions: this.#conditions(statement['Condition'], `${path}.Condition`),
    };
    const whole = { ...body, refused: this.#refused };
    if (effect === 'Allow' || effect === 'Deny') return [{ ...whole, effect, doubtful: false }];
    return [
      { ...whole, effect: 'Allow', doubtful: true },
      { ...whole, effect: 'Deny', doubtful: true },
    ];
  }

  #actions(statement: Readonly<Record<string, unknown>>, path: string): Pick<CompiledStatement, 'notAction' | 'actions'> {
    const notAction = statement['NotAction'] !== undefined;
    const name = notAction ? 'NotAction' : 'Action';
    if (notAction && statement['Action'] !== undefined) this.#refuse('bad-action', path, 'Action, NotAction');
    const texts = this.#texts(statement[name], `${path}.${name}`, 'bad-action');
    if (texts.length === 0) this.#refuse('bad-action', `${path}.${name}`, '');
    const actions = new ActionPatterns(texts);
    for (const text of actions.malformed) this.#refuse('bad-action', `${path}.${name}`, text);
    return { notAction, actions };
  }

  #resources(statement: Readonly<Record<string, unknown>>, path: string): ResourceElement | null {
    const not = statement['NotResource'] !== undefined;
    const name = not ? 'NotResource' : 'Resource';
    if (not && statement['Resource'] !== undefined) this.#refuse('bad-resource', path, 'Resource, NotResource');
    if (statement[name] === undefined) return null;
    const texts = this.#texts(statement[name], `${path}.${name}`, 'bad-resource');
    if (texts.length === 0) this.#refuse('bad-resource', `${path}.${name}`, '');
    const element = new ResourceElement(texts, { not, variables: this.version === '2012-10-17' });
    for (const text of element.malformed) this.#refuse('bad-resource', `${path}.${name}`, text);
    return element;
  }

  #principals(statement: Readonly<Record<string, unknown>>, path: string): PrincipalElement | null {
    const not = statement['NotPrincipal'] !== undefined;
    const name = not ? 'NotPrincipal' : 'Principal';
    const given = statement[name];
    if (not && statement['Principal'] !== undefined) this.#refuse('bad-principal', path, 'Principal, NotPrincipal');
    if (given === undefined) return null;
    if (given === '*') return { not, entries: [{ type: 'AWS', value: '*' }] };
    if (typeof given === 'string' && hasHole(given)) return { not, entries: [{ type: 'AWS', value: given }] };
    if (!isRecord(given)) {
      this.#refuse('bad-principal', `${path}.${name}`, given);
      return { not, entries: [] };
    }
    const entries = Object.keys(given).flatMap((type): readonly PolicyPrincipalEntry[] => {
      const values = this.#texts(given[type], `${path}.${name}.${type}`, 'bad-principal');
      if (type === 'AWS' || type === 'Service' || type === 'Federated' || type === 'CanonicalUser') {
        return values.map((value) => ({ type, value }));
      }
      this.#refuse('bad-principal', `${path}.${name}`, type);
      return [];
    });
    return { not, entries };
  }

  #conditions(block: unknown, path: string): readonly CompiledCondition[] {
    if (block === undefined) return [];
    if (!isRecord(block)) {
      this.#refuse('bad-condition', path, block);
      return [];
    }
    return Object.keys(block).flatMap((operator) => this.#operator(operator, block[operator], `${path}.${operator}`));
  }

  #operator(operator: string, keys: unknown, path: string): readonly CompiledCondition[] {
    if (!isRecord(keys)) {
      this.#refuse('bad-condition', path, keys);
      return [];
    }
    return Object.keys(keys).map((key) => {
      const values = this.#texts(keys[key], `${path}.${key}`, 'bad-condition');
      const condition = compileCondition({ operator, key, values }, this.version === '2012-10-17');
      if (condition.malformed !== null)
        this.#refuse(condition.malformed === 'operator' ? 'bad-operator' : 'bad-condition', `${path}.${key}`, values[0]);
      return condition;
    });
  }

  /** A text or a list of texts; numbers and booleans as AWS writes them. */
  #texts(value: unknown, path: string, code: PolicyDiagnostic['code']): readonly string[] {
    const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return list.flatMap((each, index) => {
      if (typeof each === 'string') return [each];
      if (typeof each === 'number' || typeof each === 'boolean') return [String(each)];
      this.#refuse(code, `${path}[${index}]`, each);
      return [];
    });
  }

  #refuse(code: PolicyDiagnostic['code'], path: string, value: unknown): void {
    this.#refused = true;
    this.#report(code, path, value);
  }

  #report(code: PolicyDiagnostic['code'], path: string, value: unknown): void {
    if (this.diagnostics.length >= 100) return;
    this.diagnostics.push({ code, path: path.slice(0, 200), text: typeof value === 'string' ? value.slice(0, 200) : '' });
  }
}
