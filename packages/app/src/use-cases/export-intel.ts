/** Matches of indicators → a STIX 2.1 bundle of sightings. Ids are made of what they stand for: the same matches give the same bundle. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '@kumomori/model';
import { isRecord, jsonOf } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';

type Raw = Readonly<Record<string, unknown>>;
type StixObject = Raw & { readonly id: string; readonly type: string };

/** Our own: STIX 2.1 §2.9 keeps its namespace for observables, and asks others for one of theirs. */
const NAMESPACE = Buffer.from('6b756d6f6d6f4f72a9e5c35b0f1d7a42', 'hex');
const TLP_IDS: Readonly<Record<string, string>> = {
  clear: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  green: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  amber: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'amber+strict': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  red: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

interface Sighted {
  readonly indicator: string;
  readonly title: string;
  readonly kind: string | null;
  readonly value: string | null;
  readonly pattern: string | null;
  readonly tlp: string | null;
  first: string;
  last: string;
  count: number;
}

/** The bundle as JSON text. Throws AppErrors for files that are no output of detect. */
export function exportSightings(file: string, { cwd, language }: { readonly cwd: string; readonly language: Language }): string {
  const byIndicator = new Map<string, Sighted>();
  for (const row of rowsIn(file, { cwd, language })) {
    const { intel, time } = row;
    if (!isRecord(intel) || typeof intel['indicator'] !== 'string' || typeof time !== 'string') continue;
    const text = (name: string): string | null => (typeof intel[name] === 'string' ? intel[name] : null);
    const key = `${intel['indicator']}\n${text('value') ?? ''}`;
    const before = byIndicator.get(key);
    if (before) {
      before.count++;
      if (time < before.first) before.first = time;
      if (time > before.last) before.last = time;
      continue;
    }
    const parts = { kind: text('kind'), value: text('value'), pattern: text('pattern'), tlp: text('tlp') };
    byIndicator.set(key, { indicator: intel['indicator'], title: text('title') ?? '', ...parts, first: time, last: time, count: 1 });
  }
  const sighted = [...byIndicator].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  const objects = new Map<string, StixObject>();
  const identity = identityObject();
  if (sighted.length > 0) objects.set(identity.id, identity);
  for (const each of sighted) for (const object of objectsOf(each, identity.id)) objects.set(object.id, object);
  const list = [...objects.values()];
  return `${JSON.stringify({ type: 'bundle', id: `bundle--${uuid(list.map(({ id }) => id).join('\n'))}`, objects: list }, null, 2)}\n`;
}

function rowsIn(file: string, { cwd, language }: { readonly cwd: string; readonly language: Language }): readonly Raw[] {
  const messages = messagesIn(language);
  const bad = (cause?: unknown): AppError => new AppError('report-invalid', { message: messages.intel.notFindings(file), cause });
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw bad(cause);
  }
  const whole = jsonOf(text);
  const values =
    isRecord(whole) && Array.isArray(whole['matches'])
      ? whole['matches']
      : text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => jsonOf(line));
  const rows = values.filter((each: unknown): each is Raw => isRecord(each) && 'ruleId' in each);
  if (rows.length < values.length) throw bad();
  return rows;
}

function identityObject(): StixObject {
  const id = `identity--${uuid('kumomori')}`;
  const time = '2026-01-01T00:00:00.000Z';
  return { type: 'identity', spec_version: '2.1', id, created: time, modified: time, name: 'kumomori', identity_class: 'system' };
}

/** The sighting, and the indicator itself where its producer gave it no STIX id. */
function objectsOf(sighted: Sighted, author: string): readonly StixObject[] {
  const { indicator, title, tlp, first, last, count } = sighted;
  const marks = tlp !== null && Object.hasOwn(TLP_IDS, tlp) ? { object_marking_refs: [TLP_IDS[tlp]] } : {};
  const isStix = /^indicator--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(indicator);
  const made: StixObject[] = [];
  const ref = isStix ? indicator : `indicator--${uuid(indicator)}`;
  const pattern = sighted.pattern ?? patternOf(sighted);
  if (!isStix && pattern === null) return [];
  if (!isStix)
    made.push({
      ...{ type: 'indicator', spec_version: '2.1', id: ref, created_by_ref: author, created: first, modified: first, name: title },
      ...{ pattern, pattern_type: 'stix', valid_from: first, ...marks },
    });
  const id = `sighting--${uuid([ref, sighted.value ?? '', first, last, String(count)].join('\n'))}`;
  made.push({
    ...{ type: 'sighting', spec_version: '2.1', id, created_by_ref: author, created: last, modified: last },
    ...{ first_seen: first, last_seen: last, count, sighting_of_ref: ref, where_sighted_refs: [author], ...marks },
  });
  return made;
}

const PATHS: Readonly<Record<string, string | undefined>> = {
  ...{ domain: 'domain-name:value', host: 'domain-name:value', url: 'url:value', email: 'email-addr:value' },
  ...{ account: 'user-account:user_id', credential: 'user-account:credential' },
  'user-agent': "network-traffic:extensions.'http-request-ext'.request_header.'User-Agent'",
};
const HASHES: Readonly<Record<number, string>> = {
  32: 'MD5',
  40: "'SHA-1'",
  56: "'SHA-224'",
  64: "'SHA-256'",
  96: "'SHA-384'",
  128: "'SHA-512'",
};

function patternOf({ kind, value }: Sighted): string | null {
  if (kind === null || value === null) return null;
  const text = `'${value.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
  if (kind === 'hash') return `[file:hashes.${HASHES[value.length] ?? 'MD5'} = ${text}]`;
  if (kind === 'address' || kind === 'range')
    return `[${value.includes(':') ? 'ipv6' : 'ipv4'}-addr:value ${kind === 'range' ? 'ISSUBSET' : '='} ${text}]`;
  const path = PATHS[kind];
  return path === undefined ? null : `[${path} = ${text}]`;
}

/** RFC 9562 §5.5: SHA-1 of namespace and name. */
function uuid(name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
