/** OpenIOC 1.1 and 1.0 → the same trees as STIX patterns. Terms: github.com/fireeye/OpenIOC_1.1, "common" terms, read 2026-11-22. */
import type { Indicator, IntelProblem, StixComparison, StixOperator, StixPath } from '@kumomori/model';
import { normalValue, refang } from '@kumomori/model';
import type { IntelDocument } from './document.ts';
import { onlyProblem } from './document.ts';
import { indicatorOf, instant, line, treeMeaning } from './make.ts';
import type { XmlElement } from './xml.ts';
import { readXml } from './xml.ts';

/** Terms (in lower case) → paths of STIX. */
const TERMS: Readonly<Record<string, string>> = {
  'network/dns': 'domain-name:value',
  'dnsentryitem/recordname': 'domain-name:value',
  'dnsentryitem/host': 'domain-name:value',
  'urlhistoryitem/hostname': 'domain-name:value',
  'network/uri': 'url:value',
  'urlhistoryitem/url': 'url:value',
  'formhistoryitem/formhosturl': 'url:value',
  'portitem/remoteip': 'ipv4-addr:value',
  'network/remoteip': 'ipv4-addr:value',
  'portitem/localip': 'ipv4-addr:value',
  'routeentryitem/destination': 'ipv4-addr:value',
  'arpentryitem/ipv4address': 'ipv4-addr:value',
  'portitem/remoteport': 'network-traffic:dst_port',
  'portitem/localport': 'network-traffic:src_port',
  'network/useragent': 'network-traffic:extensions.http-request-ext.request_header.User-Agent',
  'network/http_referr': 'url:value',
  'email/from': 'email-addr:value',
  'email/to': 'email-addr:value',
  'fileitem/md5sum': 'file:hashes.MD5',
  'fileitem/sha1sum': 'file:hashes.SHA-1',
  'fileitem/sha256sum': 'file:hashes.SHA-256',
  'useritem/username': 'user-account:account_login',
};

const MAX_DEPTH = 60;

export function readOpenIoc(text: string, name: string): IntelDocument {
  const read = readXml(text);
  if (!('root' in read)) return onlyProblem(read.fault, name, read.line);
  const { root } = read;
  if (root.name !== 'OpenIOC' && root.name !== 'ioc') return onlyProblem('unknown-format', `${name}: <${root.name}>`, root.line);
  const problems: IntelProblem[] = [];
  const meta = childOf(root, 'metadata') ?? root;
  const title = line(childOf(meta, 'short_description')?.text) ?? name;
  const id = root.attributes.get('id') ?? '';
  if (!/^[\w-]{1,100}$/.test(id)) return onlyProblem('invalid-object', `${name}: no id`, root.line);
  const criteria = childOf(root, 'criteria') ?? childOf(root, 'definition');
  const items = (criteria?.children ?? []).filter(({ name: each }) => each === 'Indicator');
  const trees = items.flatMap((item) => groupOf(item, problems, 0) ?? []);
  const [first] = trees;
  if (!first)
    return { indicators: [], warningLists: [], problems: [...problems, { code: 'no-observable', detail: title, line: root.line }] };
  const test: StixComparison = trees.length === 1 ? first : { op: 'or', items: trees, at: 0 };
  const meaning = treeMeaning({ op: 'observe', test, at: 0 }, title);
  if ('code' in meaning) return { indicators: [], warningLists: [], problems: [...problems, meaning] };
  return { indicators: [indicatorIn(root, { id, title, name, ...meaning })], warningLists: [], problems };
}

function indicatorIn(
  root: XmlElement,
  made: Pick<Indicator, 'id' | 'title' | 'observables' | 'pattern'> & { readonly name: string },
): Indicator {
  const meta = childOf(root, 'metadata') ?? root;
  const links = (childOf(meta, 'links')?.children ?? []).slice(0, 50);
  const { name, ...parts } = made;
  return indicatorOf({
    ...parts,
    format: 'openioc',
    source: line(childOf(meta, 'authored_by')?.text) ?? name,
    modified: instant(root.attributes.get('last-modified')),
    validFrom: instant(root.attributes.get('published-date')) ?? instant(childOf(meta, 'authored_date')?.text),
    related: links.flatMap((link) => {
      const kind = { family: 'malware', threatgroup: 'threat-actor', campaign: 'campaign' }[
        link.attributes.get('rel')?.toLowerCase() ?? ''
      ];
      const called = line(link.text);
      return kind === undefined || called === null ? [] : [{ type: kind, name: called }];
    }),
  });
}

function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each) => each.name === name);
}

/** Null where nothing of it can be used, or not all that must hold together. */
function groupOf(group: XmlElement, problems: IntelProblem[], depth: number): StixComparison | null {
  if (depth > MAX_DEPTH) {
    problems.push({ code: 'too-deep', detail: (group.attributes.get('id') ?? '').slice(0, 80), line: group.line });
    return null;
  }
  const isAnd = (group.attributes.get('operator') ?? 'OR').toUpperCase() === 'AND';
  const parts = group.children.filter(({ name }) => name === 'Indicator' || name === 'IndicatorItem');
  const items = parts.flatMap((part) => (part.name === 'Indicator' ? groupOf(part, problems, depth + 1) : itemOf(part, problems)) ?? []);
  const [first] = items;
  if (!first || (isAnd && items.length < parts.length)) return null;
  return items.length === 1 ? first : { op: isAnd ? 'and' : 'or', items, at: 0 };
}

function itemOf(item: XmlElement, problems: IntelProblem[]): StixComparison | null {
  const term = childOf(item, 'Context')?.attributes.get('search') ?? '';
  const value = childOf(item, 'Content')?.text ?? '';
  const path = Object.hasOwn(TERMS, term.toLowerCase()) ? (TERMS[term.toLowerCase()] ?? null) : null;
  const condition = conditionOf(item);
  const unsupported = (detail: string): null => {
    problems.push({ code: 'unsupported-term', detail: detail.slice(0, 200), line: item.line });
    return null;
  };
  if (path === null) return unsupported(line(term) ?? 'a term without a name');
  if (!condition) return unsupported(`${term} ${line(item.attributes.get('condition')) ?? ''}`);
  return testOf(stixPath(path), condition, value) ?? unsupported(`${term} ${line(value, 80) ?? ''}`);
}

interface Condition {
  readonly kind: string;
  readonly negated: boolean;
}

function conditionOf(item: XmlElement): Condition | null {
  const name = (item.attributes.get('condition') ?? '').toLowerCase();
  const isOld = name === 'isnot' || name === 'containsnot';
  const kind = isOld ? name.slice(0, -3) : name;
  const negated = isOld || item.attributes.get('negate')?.toLowerCase() === 'true';
  return ['is', 'contains', 'matches', 'starts-with', 'ends-with', 'greater-than', 'less-than'].includes(kind) ? { kind, negated } : null;
}

function testOf(path: StixPath, { kind, negated }: Condition, text: string): StixComparison | null {
  const value = text.trim();
  if (value === '') return null;
  if (path.type === 'network-traffic' && path.steps.length === 1) {
    const operator = ({ is: '=', 'greater-than': '>', 'less-than': '<' } as Readonly<Record<string, StixOperator | undefined>>)[kind];
    return operator && /^\d{1,5}$/.test(value)
      ? { op: 'test', path, operator, negated, values: [{ kind: 'number', value: Number(value) }], at: 0 }
      : null;
  }
  const like = value.replaceAll(/[%_]/g, '_');
  const forms: Readonly<Record<string, readonly [StixOperator, string] | undefined>> = {
    is: ['=', normalValue('range', refang(value)) === null ? plainValue(value) : refang(value)],
    contains: ['LIKE', `%${like}%`],
    'starts-with': ['LIKE', `${like}%`],
    'ends-with': ['LIKE', `%${like}`],
    matches: ['MATCHES', value],
  };
  const form = forms[kind];
  return form ? { op: 'test', path, operator: form[0], negated, values: [{ kind: 'string', value: form[1] }], at: 0 } : null;
}

/** Defanged forms are for addresses, names and URLs; other texts stay as they are. */
function plainValue(value: string): string {
  return /\s/.test(value) ? value : refang(value);
}

function stixPath(text: string): StixPath {
  const [type = '', rest = ''] = text.split(':');
  return { type, steps: rest.split('.').map((key) => ({ key })) };
}
