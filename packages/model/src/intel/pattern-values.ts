/** Which parts of STIX objects logs can show, and patterns that are nothing but lists of values. */
import { narrowed, normalValue } from './normal-form.ts';
import type { StixComparison, StixObservation, StixPath, StixTest } from './pattern.ts';
import type { Observable, ObservableKind } from './types.ts';

/** What stands at a path: `role` says which end of a connection. */
export interface StixPlace {
  readonly kind: ObservableKind | 'port' | 'protocol' | 'method' | 'path';
  readonly role: 'source' | 'destination' | null;
}

/** STIX 2.1 §6. A key of one `hashes` is as good as another: the length of a hash tells the algorithm. */
const PLACES: Readonly<Record<string, StixPlace>> = {
  'ipv4-addr:value': { kind: 'address', role: null },
  'ipv6-addr:value': { kind: 'address', role: null },
  'domain-name:value': { kind: 'domain', role: null },
  'domain-name:resolves_to_refs[*].value': { kind: 'address', role: null },
  'url:value': { kind: 'url', role: null },
  'email-addr:value': { kind: 'email', role: null },
  'email-message:from_ref.value': { kind: 'email', role: null },
  'email-message:sender_ref.value': { kind: 'email', role: null },
  'user-account:user_id': { kind: 'account', role: null },
  'user-account:account_login': { kind: 'account', role: null },
  'user-account:credential': { kind: 'credential', role: null },
  'network-traffic:src_ref.value': { kind: 'address', role: 'source' },
  'network-traffic:dst_ref.value': { kind: 'address', role: 'destination' },
  'network-traffic:src_port': { kind: 'port', role: 'source' },
  'network-traffic:dst_port': { kind: 'port', role: 'destination' },
  'network-traffic:protocols[*]': { kind: 'protocol', role: null },
  'network-traffic:extensions.http-request-ext.request_method': { kind: 'method', role: null },
  'network-traffic:extensions.http-request-ext.request_value': { kind: 'path', role: null },
  'network-traffic:extensions.http-request-ext.request_header.user-agent': { kind: 'user-agent', role: null },
};

/** Null for what no log that we read says. */
export function stixPlace({ type, steps }: StixPath): StixPlace | null {
  const [first, second] = steps;
  const isHash =
    (type === 'file' || type === 'artifact' || type === 'x509-certificate') && first && 'key' in first && first.key === 'hashes';
  if (isHash && second && 'key' in second && steps.length === 2) return { kind: 'hash', role: null };
  const key = steps.map((step) => ('index' in step ? '[*]' : `.${step.key}`)).join('');
  const name = `${type}:${key.slice(1)}`.toLowerCase();
  return Object.hasOwn(PLACES, name) ? (PLACES[name] ?? null) : null;
}

/** Paths of a pattern that no log shows, each once. */
export function unseenPaths(pattern: StixObservation): readonly StixPath[] {
  const found: StixPath[] = [];
  for (const { path } of leavesOf(pattern)) if (!stixPlace(path)) found.push(path);
  return found;
}

type Leaf = Extract<StixComparison, { op: 'test' | 'exists' }>;

/** What is asked, without what joins it. */
function* leavesOf(node: StixObservation): Generator<Leaf> {
  const open: (StixObservation | StixComparison)[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.op === 'observe') open.push(next.test);
    else if (next.op === 'within' || next.op === 'repeats' || next.op === 'between') open.push(next.item);
    else if (next.op === 'test' || next.op === 'exists') yield next;
    else open.push(...(next.items as readonly (StixObservation | StixComparison)[]));
  }
}

/** The values of a pattern that any of them fulfils alone (`[a = 1 OR a = 2] OR [b = 3]`); null for every other pattern. */
export function patternValues(pattern: StixObservation): readonly Observable[] | null {
  const values: Observable[] = [];
  const open: (StixObservation | StixComparison)[] = [pattern];
  for (let next = open.shift(); next; next = open.shift()) {
    if (next.op === 'observe') open.unshift(next.test);
    else if (next.op === 'or') open.unshift(...(next.items as readonly (StixObservation | StixComparison)[]));
    else if (next.op === 'test') {
      const found = testValues(next);
      if (!found) return null;
      values.push(...found);
    } else return null;
  }
  return values;
}

function testValues({ path, operator, negated, values }: StixTest): readonly Observable[] | null {
  const place = stixPlace(path);
  if (negated || !place || place.role !== null || !isObservable(place.kind)) return null;
  if (operator !== '=' && operator !== 'IN' && !(operator === 'ISSUBSET' && place.kind === 'address')) return null;
  const found: Observable[] = [];
  for (const constant of values) {
    const observable = constant.kind === 'string' || constant.kind === 'hex' ? stixValue(place.kind, constant.value) : null;
    if (!observable) return null;
    found.push(observable);
  }
  return found;
}

function isObservable(kind: StixPlace['kind']): kind is ObservableKind {
  return kind !== 'port' && kind !== 'protocol' && kind !== 'method' && kind !== 'path';
}

/** Addresses may be written as blocks (STIX 2.1 §6.8: CIDR notation). */
function stixValue(kind: ObservableKind, text: string): Observable | null {
  const value = normalValue(kind, text);
  if (value !== null) return { kind, value };
  const range = kind === 'address' ? normalValue('range', text) : null;
  return range === null ? null : narrowed({ kind: 'range', value: range });
}
