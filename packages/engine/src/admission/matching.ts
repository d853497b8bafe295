/** Whether a policy looks at what happens to an object. */
import type { AdmissionMatch, AdmissionResourceRule, Manifest, MapValue } from '@kumomori/model';
import { unknownCel } from '../cel/index.ts';
import type { AdmissionResource } from './resources.ts';
import { currentGroup } from './resources.ts';
import { labelsOf, selects } from './selectors.ts';
import type { Answer } from './three-valued.ts';
import { allOf } from './three-valued.ts';

export type AdmissionOperation = 'CREATE' | 'UPDATE' | 'DELETE';

export interface Subject {
  readonly operation: AdmissionOperation;
  /** What is deleted, or was there before an update. */
  readonly old: Manifest | null;
  /** What there will be; of a deletion what was there. */
  readonly object: Manifest;
  readonly resource: AdmissionResource;
  /** Null outside of namespaces. */
  readonly namespace: { readonly name: string; readonly value: MapValue } | null;
}

/** `isBinding`: there no rules mean every one of the policy. */
export function isMatched(match: AdmissionMatch, subject: Subject, isBinding: boolean): Answer {
  const { rules, excluded, namespaces, objects } = match;
  const exact = match.policy === 'Exact';
  const isAsked = (isBinding && rules.length === 0) || rules.some((rule) => fits(rule, subject, exact));
  if (!isAsked || excluded.some((rule) => fits(rule, subject, exact))) return false;
  return allOf([namesFit(rules, subject, exact), inNamespaces(namespaces, subject), eitherSelected(objects, subject)]);
}

function fits(rule: AdmissionResourceRule, { object, resource, operation }: Subject, exact: boolean): boolean {
  const { group, version, plural, kind, isNamespaced } = resource;
  const own = exact ? group : currentGroup(group, kind);
  if (!holds(rule.apiGroups, own)) return false;
  // Of an equivalent match the server converts the object to the version of the rule.
  if (exact && !holds(rule.apiVersions, version)) return false;
  if (!holds(rule.operations, operation)) return false;
  if (!rule.resources.some((each) => each === plural || each === '*' || each === '*/*')) return false;
  if (rule.scope !== '*' && isNamespaced !== null && isNamespaced !== (rule.scope === 'Namespaced')) return false;
  return rule.resourceNames.length === 0 || object.name === null || object.name.endsWith('*') || rule.resourceNames.includes(object.name);
}

/** A rule about names does not say whether it is about a name that the server makes up. */
function namesFit(rules: readonly AdmissionResourceRule[], subject: Subject, exact: boolean): Answer {
  const fitting = rules.filter((rule) => fits(rule, subject, exact));
  const { name } = subject.object;
  const isCertain = fitting.length === 0 || fitting.some(({ resourceNames }) => resourceNames.length === 0);
  if (isCertain || (name !== null && !name.endsWith('*'))) return true;
  return unknownCel('metadata.name', { code: 'computed', detail: 'the name is made when the object is created' });
}

/** The server asks the selector of the object and of the one before: one that fits is enough. */
function eitherSelected(selector: AdmissionMatch['objects'], { object, old }: Subject): Answer {
  const now = selects(selector, labelsOf(object.value));
  if (now === true || old === null) return now;
  const before = selects(selector, labelsOf(old.value));
  return before === true || now === false ? before : now;
}

function holds(list: readonly string[], wanted: string): boolean {
  return list.includes('*') || list.includes(wanted);
}

/** Objects outside of namespaces are always in; a Namespace is judged by its own labels. */
function inNamespaces(selector: AdmissionMatch['namespaces'], { object, resource, namespace }: Subject): Answer {
  if (selector.length === 0) return true;
  if (resource.group === '' && resource.kind === 'Namespace') return selects(selector, labelsOf(object.value));
  return namespace === null ? true : selects(selector, labelsOf(namespace.value));
}
