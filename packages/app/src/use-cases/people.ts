/** A list of people from the personnel system: who left, by the names their users have. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRecord } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';

export interface People {
  /** User names and addresses of those who left, lower case. */
  readonly left: ReadonlySet<string>;
  /** Of those who are there. */
  readonly present: ReadonlySet<string>;
  /** The last day of those who left, `2026-03-31`; `0000-00-00` where the list does not say the day. */
  readonly leftOn: ReadonlyMap<string, string>;
}

interface Person {
  readonly names: readonly string[];
  /** `2026-03-31`; null: is there. */
  readonly leftOn: string | null;
}

const NAMES =
  /^(?:user[ _-]?names?|login|account|e?[ _-]?mail(?:[ _-]?address)?|emails|ユーザー名|メール(?:アドレス)?|アカウント|氏名|name|id)$/i;
const LEFT = /^(?:left|left[ _-]?on|leaving[ _-]?date|end[ _-]?date|termination[ _-]?date|退職日|退社日|離任日)$/i;
const ACTIVE = /^(?:active|status|在籍|在籍状況)$/i;

/**
 * CSV with a header, or JSON: a list of people, or a SCIM export (`Resources` with `userName`, `emails`, `active`). A day in the future has not come
 * yet. Throws AppError `target-unreadable` for a file that cannot be read or holds no people.
 */
export function readPeople(
  file: string,
  { cwd, messages, today }: { readonly cwd: string; readonly messages: Messages; readonly today: string },
): People {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new AppError('target-unreadable', { message: messages.paths.cli.peopleUnreadable(file), cause });
  }
  const people = /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text);
  if (!people) throw new AppError('target-unreadable', { message: messages.paths.cli.noPeople(file) });
  const hasLeft = ({ leftOn }: Person): boolean => leftOn !== null && leftOn <= today;
  const names = (some: readonly Person[]): ReadonlySet<string> =>
    new Set(some.flatMap((each) => each.names.map((name) => name.toLowerCase())));
  const gone = people.filter(hasLeft);
  const leftOn = new Map(gone.flatMap((each) => each.names.map((name) => [name.toLowerCase(), each.leftOn ?? ''] as const)));
  return { left: names(gone), present: names(people.filter((each) => !hasLeft(each))), leftOn };
}

function fromJson(text: string): readonly Person[] | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const list = isRecord(json) ? (json['Resources'] ?? json['people']) : json;
  return Array.isArray(list) ? list.filter(isRecord).map((each) => personOf(Object.entries(each))) : null;
}

function fromCsv(text: string): readonly Person[] | null {
  const [header, ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(cells);
  if (!header?.some((each) => NAMES.test(each))) return null;
  return rows.map((row) => personOf(header.map((name, index) => [name, row[index] ?? ''] as const)));
}

/** Quotes as in RFC 4180. */
export function cells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'),
  );
}

function personOf(fields: readonly (readonly [string, unknown])[]): Person {
  const names = fields.flatMap(([key, value]) => (NAMES.test(key) ? textsIn(value) : []));
  const day = fields.find(([key, value]) => LEFT.test(key) && textsIn(value).some((each) => each !== ''))?.[1];
  const isGone = fields.some(([key, value]) => ACTIVE.test(key) && /^(?:false|inactive|left|退職|離任)$/i.test(String(value)));
  const [text] = textsIn(day);
  return {
    names: [...new Set(names.flatMap((each) => [each, each.split('@')[0] ?? '']))].filter((each) => each !== ''),
    leftOn: text !== undefined && text !== '' ? text.replaceAll('/', '-').slice(0, 10) : isGone ? '0000-00-00' : null,
  };
}

/** Texts of SCIM values too: `[{ value: 'a@example.com' }]`. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.trim()];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => textsIn(isRecord(each) ? each['value'] : each));
  return [];
}
