/** Small estates for tests: principals, workloads and stores with everything else at its plainest. */
import type { AccessOracle, PathCondition, PathInputs, PathObject, PathPrincipal, PathSetting, PathStore, PathWorkload } from './inputs.ts';
import { NO_INPUTS, plainPrincipal } from './inputs.ts';

export const ACCOUNT = '123456789012';

export function principal(id: string, parts: Partial<PathPrincipal> = {}): PathPrincipal {
  return { ...plainPrincipal({ id, node: id, account: ACCOUNT, kind: 'role', evidence: [] }), inInstanceProfile: true, ...parts };
}

export function user(id: string, parts: Partial<PathPrincipal> = {}): PathPrincipal {
  return principal(id, { kind: 'user', user: { accessKeys: 0, hasPassword: true, hasMfa: true, hasLeft: false }, ...parts });
}

export function workload(id: string, kind: string, parts: Partial<PathWorkload> = {}): PathWorkload {
  return {
    ...{ id, node: id, account: ACCOUNT, kind, identities: [], identitySetting: null, evidence: [], flags: {}, hasOpenMetadata: false },
    ...{ metadataSetting: null, vulnerabilities: [], allowsPasswordLogin: false, isCallableByAnyone: false, callSetting: null },
    ...{ escapesTo: [], escapeSetting: null, codeFrom: [], triggeredBy: [], environment: null, ...parts },
  };
}

export function object(id: string, kind: string, parts: Partial<PathObject> = {}): PathObject {
  return { id, node: id, account: ACCOUNT, kind, flags: {}, heldBy: [], ...parts };
}

export function store(id: string, parts: Partial<PathStore> = {}): PathStore {
  return {
    ...{ id, node: id, account: ACCOUNT, kind: 'aws.s3.bucket', dataClass: 'personal', read: ['s3:GetObject'], write: ['s3:PutObject'] },
    ...{
      delete: ['s3:DeleteObject'],
      key: null,
      publicRead: false,
      publicWrite: false,
      publicSetting: null,
      isShared: false,
      evidence: [],
    },
    ...{ environment: null, notes: [], ...parts },
  };
}

export interface Statement {
  readonly who: string;
  /** With `*` at the end: all that begin so. */
  readonly action: string;
  readonly on: 'all' | readonly string[];
  readonly effect?: 'deny';
  readonly condition?: PathCondition;
  /** Only when passed to this service. */
  readonly passedTo?: string;
}

/** Decides by a list of statements; a deny wins. Each allow is a setting of its own. */
export function oracle(statements: readonly Statement[]): AccessOracle {
  return ({ principal: who, action, objects, passedTo }) => {
    const fitting = statements.filter(
      (each) =>
        each.who === who &&
        matches(each.action, action) &&
        (each.passedTo === undefined || passedTo === null || each.passedTo === passedTo),
    );
    const denied = new Set(
      fitting.filter(({ effect }) => effect === 'deny').flatMap(({ on }) => (on === 'all' ? objects.map(({ id }) => id) : on)),
    );
    return fitting
      .filter(({ effect }) => effect !== 'deny')
      .map(({ on, condition = null, action: pattern }) => {
        const ids = objects.map(({ id }) => id).filter((id) => (on === 'all' || on.includes(id)) && !denied.has(id));
        const all = ids.length === objects.length && on === 'all';
        return {
          on: all ? ('all' as const) : ids,
          condition,
          setting: setting(`${who} ${pattern} ${on === 'all' ? '*' : on.join()}`),
          evidence: [],
        };
      })
      .filter(({ on }) => on === 'all' || on.length > 0);
  };
}

export function setting(id: string, kind: PathSetting['kind'] = 'grant'): PathSetting {
  return { id, kind, summary: `Remove ${id}`, evidence: [{ file: 'main.tf', line: 1 }] };
}

function matches(pattern: string, action: string): boolean {
  return pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : pattern === action;
}

export function inputs(parts: Partial<PathInputs>): PathInputs {
  return { ...NO_INPUTS, ...parts };
}
