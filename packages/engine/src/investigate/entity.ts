/** What a text may name, and which events speak of it. */
import type { EventFacts, LogEvent } from '@kumomori/model';
import type { EntityKind } from './types.ts';

const V4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const V6 = /^(?=[^:]*:[^:]*:)[0-9a-f:.]+$/i;
const KEY = /^A(?:KIA|SIA)[A-Z0-9]{8,124}$/;

/** Kinds a text may be of, the likeliest first. A name may be a principal, a session or a resource: what the logs know decides. */
export function entityKinds(text: string): readonly EntityKind[] {
  if (V4.test(text) || V6.test(text)) return ['address'];
  if (KEY.test(text)) return ['credential'];
  if (/^arn:[^:]*:sts:[^:]*:[^:]*:assumed-role\/[^/]+\/./.test(text)) return ['session'];
  if (/^arn:[^:]*:sts:/.test(text)) return ['principal', 'session'];
  if (/^arn:[^:]*:iam::[^:]*:(?:user|role|root|federated-user)\b/.test(text)) return ['principal', 'resource'];
  if (text.startsWith('arn:')) return ['resource'];
  return ['principal', 'session', 'credential', 'resource'];
}

type Asked = Pick<EventFacts, 'principal' | 'session' | 'credential' | 'sourceIp' | 'resource'>;

/** A test for events of an entity: who acted, from where, or on what. Names are compared without case, credentials exactly. */
export function entityTest(kind: EntityKind, text: string): (event: LogEvent, facts: Asked) => boolean {
  const lower = text.toLowerCase();
  switch (kind) {
    case 'address':
      return (_event, { sourceIp }) => sourceIp !== null && sourceIp.toLowerCase() === lower;
    case 'credential':
      return (_event, { credential }) => credential === text;
    case 'session':
      return sessionTest(lower);
    case 'principal':
      return (_event, { principal }) => principal !== null && isNamed(principal.toLowerCase(), lower);
    case 'resource':
      return ({ record }, { resource }) =>
        (resource !== null && isResource(resource.toLowerCase(), lower)) || mentions(record, lower, { depth: 0, left: MAX_NODES });
  }
}

function sessionTest(lower: string): (event: LogEvent, facts: Asked) => boolean {
  const arn = /^arn:[^:]*:sts:[^:]*:([^:]*):assumed-role\/([^/]+)\/(.+)$/.exec(lower);
  if (!arn) return (_event, { session, credential }) => session !== null && session !== credential && session.toLowerCase() === lower;
  const [, account = '', role = '', name = ''] = arn;
  return (_event, { principal, session }) =>
    session?.toLowerCase() === name &&
    principal !== null &&
    principal.toLowerCase().includes(`:${account}:`) &&
    isNamed(principal.toLowerCase(), role);
}

/** The whole name, or its last part: `alice` of an ARN, `alice@example.com` of `provider/alice@example.com`. */
function isNamed(principal: string, name: string): boolean {
  return principal === name || principal.endsWith(`/${name}`) || (!name.includes(':') && principal.endsWith(`:${name}`));
}

/** The thing itself, something inside of it, or its last part. */
function isResource(resource: string, name: string): boolean {
  return isNamed(resource, name) || resource.startsWith(`${name}/`) || resource.includes(`:${name}/`) || resource.includes(`/${name}/`);
}

/** Values of one record that are looked at; larger records say what they are about before. */
const MAX_NODES = 5000;
const MAX_DEPTH = 12;

/** Whether a value of the record is the name, an ARN that ends with it, or something inside of it. */
function mentions(value: unknown, name: string, state: { readonly depth: number; left: number }): boolean {
  if (typeof value === 'string') return value.length < 2048 && value.length >= name.length && isResource(value.toLowerCase(), name);
  if (typeof value !== 'object' || value === null || state.depth > MAX_DEPTH) return false;
  const inner = { depth: state.depth + 1, left: state.left };
  for (const each of Object.values(value)) {
    if ((inner.left -= 1) < 0) break;
    if (mentions(each, name, inner)) return true;
  }
  state.left = inner.left;
  return false;
}
