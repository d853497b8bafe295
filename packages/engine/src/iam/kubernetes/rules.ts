/** Does a rule cover a request? Source: Kubernetes documentation, "Using RBAC Authorization" (referring to resources, to subjects, aggregation), read 2026-11-22. */
import { HOLE } from '@kumomori/model';
import type { Conditional } from '../shared/index.ts';
import { always, every, never, onlyIf, shown, some, starMatch } from '../shared/index.ts';
import type { KubernetesRequest, LabelSelector, RbacRole, RbacRule } from './types.ts';

/** Verbs that name no object, unless they are about a part of one (`pods/exec`): a rule with resourceNames never covers them. */
const NAMELESS: ReadonlySet<string> = new Set(['create', 'deletecollection']);

export function ruleCovers(rule: RbacRule, request: KubernetesRequest): Conditional {
  const verb = oneOf(rule.verbs, (each) => wordMatch(each, request.verb));
  if (request.path !== undefined) {
    const { path } = request;
    return every([verb, oneOf(rule.nonResourceURLs ?? [], (each) => pathMatch(each, path))]);
  }
  return every([
    verb,
    oneOf(rule.apiGroups ?? [], (each) => wordMatch(each, request.apiGroup ?? '')),
    oneOf(rule.resources ?? [], (each) => resourceMatch(each, request)),
    nameMatch(rule.resourceNames ?? [], request),
  ]);
}

function oneOf(patterns: readonly string[], matches: (pattern: string) => Conditional): Conditional {
  return some(patterns.map(matches));
}

/** `*` alone means all; there are no other wildcards. */
function wordMatch(pattern: string, word: string): Conditional {
  if (pattern === '*') return always;
  if (!pattern.includes(HOLE)) return pattern === word ? always : never;
  return starMatch(pattern, word);
}

/** Only a star at the end is one. */
function pathMatch(pattern: string, path: string): Conditional {
  if (pattern === '*') return always;
  if (pattern.includes(HOLE)) return onlyIf('unknown', `${shown(pattern)} = ${path}`);
  if (pattern.endsWith('*')) return path.startsWith(pattern.slice(0, -1)) ? always : never;
  return pattern === path ? always : never;
}

function resourceMatch(pattern: string, { resource = '', subresource }: KubernetesRequest): Conditional {
  const wanted = subresource === undefined ? resource : `${resource}/${subresource}`;
  if (pattern === '*') return always;
  if (subresource !== undefined && pattern === `*/${subresource}`) return always;
  return wordMatch(pattern, wanted);
}

function nameMatch(names: readonly string[], { verb, name, subresource }: KubernetesRequest): Conditional {
  if (names.length === 0) return always;
  if ((NAMELESS.has(verb) && subresource === undefined) || name === null || name === undefined) return never;
  return oneOf(names, (each) => (each.includes(HOLE) ? starMatch(each, name) : each === name ? always : never));
}

/** The rules of a role, of an aggregated one those of the cluster roles that it selects. A role that selects itself adds nothing. */
export function rulesOf(role: RbacRole, roles: readonly RbacRole[]): readonly RbacRule[] {
  const { aggregates } = role;
  if (!aggregates || role.kind !== 'ClusterRole') return role.rules;
  const found = new Set<RbacRule>();
  const seen = new Set<RbacRole>([role]);
  const queue = [role];
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const other of roles) {
      const isSelected = other.kind === 'ClusterRole' && next.aggregates?.some((selector) => selects(selector, other.labels ?? {}));
      if (!isSelected || seen.has(other)) continue;
      seen.add(other);
      if (other.aggregates) queue.push(other);
      else for (const rule of other.rules) found.add(rule);
    }
  }
  return [...found];
}

function selects({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Readonly<Record<string, string>>): boolean {
  if (Object.keys(matchLabels).length + matchExpressions.length === 0) return true;
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      const value = labels[key];
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'DoesNotExist') return value === undefined;
      const isIn = value !== undefined && values.includes(value);
      return operator === 'In' ? isIn : !isIn;
    })
  );
}
