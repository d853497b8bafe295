/** What one value has to be, as DuckDB expressions over `p.v` (its text) and `p.j` (its JSON). */
import { parseCidr } from '@kumomori/model';
import type { Ordering, Pattern, TimeUnit, ValueTest } from '../ir.ts';
import { DASHES, mapTexts } from '../pattern.ts';
import { quoted } from './values.ts';

/** Null where SQL cannot say it. */
export function testSql(test: ValueTest): string | null {
  switch (test.kind) {
    case 'texts':
      return `${spelled('p.v', test.cased)} IN (${test.texts.map((text) => quoted(text)).join(', ')})`;
    case 'text': {
      const plain = patternSql(test.pattern, spelled('p.v', test.cased));
      const escaped = escapedPattern(test.pattern);
      return escaped === null ? plain : `(${plain} OR (json_type(p.j) = 'OBJECT' AND ${patternSql(escaped, spelled('p.v', test.cased))}))`;
    }
    case 'regex':
      return `regexp_matches(p.v, ${quoted(test.source)})`;
    case 'number':
      return numberSql(test.ordering, test.value);
    case 'cidr':
      return cidrSql(test.text);
    default:
      return timeSql(test.unit, test.ordering, test.value);
  }
}

export function spelled(text: string, cased: boolean): string {
  return cased ? text : `lower(${text})`;
}

/** The pattern as it reads inside of JSON text; null where that is the same. */
export function escapedPattern(pattern: Pattern): Pattern | null {
  const escaped = mapTexts(pattern, (text) => JSON.stringify(text).slice(1, -1));
  return JSON.stringify(escaped) === JSON.stringify(pattern) ? null : escaped;
}

/** Whether the whole of a text matches. */
export function patternSql(pattern: Pattern, text: string): string {
  const [first, second, third] = pattern;
  if (!first) return `${text} = ''`;
  if (pattern.length === 1 && first.kind === 'text') return `${text} = ${quoted(first.text)}`;
  if (pattern.length === 1 && first.kind === 'many') return 'TRUE';
  if (pattern.length === 2 && first.kind === 'text' && second?.kind === 'many') return `starts_with(${text}, ${quoted(first.text)})`;
  if (pattern.length === 2 && first.kind === 'many' && second?.kind === 'text') return `suffix(${text}, ${quoted(second.text)})`;
  if (pattern.length === 3 && first.kind === 'many' && second?.kind === 'text' && third?.kind === 'many')
    return `contains(${text}, ${quoted(second.text)})`;
  const source = pattern.map((piece) => {
    if (piece.kind === 'text') return escapeRegex(piece.text);
    return piece.kind === 'many' ? '.*' : piece.kind === 'one' ? '.' : `[${DASHES.join('').replace('-', String.raw`\-`)}]`;
  });
  return `regexp_full_match(${text}, ${quoted(source.join(''))}, 's')`;
}

function escapeRegex(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

const OPERATORS: Readonly<Record<Ordering, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=', eq: '=' };
const IS_NUMBER = `json_type(p.j) IN ('BIGINT', 'UBIGINT', 'HUGEINT', 'DOUBLE')`;

function numberSql(ordering: Ordering, value: number): string {
  const compared = `try_cast(p.v AS DOUBLE) ${OPERATORS[ordering]} ${value}::DOUBLE`;
  if (ordering === 'eq')
    return `CASE WHEN ${IS_NUMBER} THEN ${compared} ELSE json_type(p.j) = 'VARCHAR' AND p.v = ${quoted(String(value))} END`;
  const isText = String.raw`json_type(p.j) = 'VARCHAR' AND regexp_full_match(p.v, '[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3})?')`;
  return `coalesce((${IS_NUMBER} OR (${isText})) AND ${compared}, FALSE)`;
}

/** IPv4 only: DuckDB itself knows no addresses. */
function cidrSql(cidr: string): string | null {
  const range = parseCidr(cidr);
  if (!range || range.family === 6) return null;
  const address = `regexp_replace(p.v, '^(?i:::ffff:)', '')`;
  const octet = (index: number): string => `try_cast(split_part(${address}, '.', ${index}) AS BIGINT)`;
  const octets = [1, 2, 3, 4].map((index) => octet(index));
  const isAddress = String.raw`json_type(p.j) = 'VARCHAR' AND regexp_full_match(${address}, '\d{1,3}(?:\.\d{1,3}){3}')`;
  const small = octets.map((each) => `${each} <= 255`).join(' AND ');
  return `coalesce(${isAddress} AND ${small} AND ${horner(octets)} BETWEEN ${range.first} AND ${range.last}, FALSE)`;
}

function horner([first = '0', ...rest]: readonly string[]): string {
  return rest.reduce((sum, octet) => `(${sum}) * 256 + ${octet}`, first);
}

/** Times as times.ts reads them: ISO 8601 with or without zone, seconds or milliseconds since 1970. */
function timeSql(unit: TimeUnit, ordering: Ordering, value: number): string {
  const iso = String.raw`^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:[.,]\d{1,9})?\s?(?:Z|UTC|[+-]\d\d:?\d\d)?)?$`;
  const day = `regexp_extract(p.v, ${quoted(iso)}, 1)`;
  const clock = `coalesce(nullif(regexp_extract(p.v, ${quoted(iso)}, 2), ''), '00:00')`;
  const second = `coalesce(nullif(regexp_extract(p.v, ${quoted(iso)}, 3), ''), ':00')`;
  const zone = String.raw`T?\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?\s?([+-]\d\d):?(\d\d)$`;
  const hours = `coalesce(try_cast(nullif(regexp_extract(p.v, ${quoted(zone)}, 1), '') AS INTEGER), 0)`;
  const minutes = `coalesce(try_cast(nullif(regexp_extract(p.v, ${quoted(zone)}, 2), '') AS INTEGER), 0)`;
  const signed = `CASE WHEN regexp_extract(p.v, ${quoted(zone)}, 1) LIKE '-%' THEN -(${minutes}) ELSE ${minutes} END`;
  const written = `try_cast(${day} || ' ' || ${clock} || ${second} AS TIMESTAMP) - to_minutes(${hours} * 60 + ${signed})`;
  const numeric = `try_cast(p.v AS DOUBLE)`;
  const epoch = `epoch_ms(CASE WHEN ${numeric} >= 100000000000 THEN ${numeric}::BIGINT ELSE (${numeric} * 1000)::BIGINT END)`;
  const isEpoch = String.raw`CASE WHEN ${IS_NUMBER} THEN ${numeric} >= 0 ELSE regexp_full_match(p.v, '\d{9,13}(?:\.\d+)?') END`;
  const time = `CASE WHEN ${isEpoch} THEN ${epoch} WHEN json_type(p.j) = 'VARCHAR' AND regexp_matches(p.v, ${quoted(iso)}) THEN ${written} END`;
  return `coalesce(date_part('${unit}', ${time}) ${OPERATORS[ordering]} ${value}, FALSE)`;
}
