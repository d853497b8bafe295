/** Plain lists: a value a line, or CSV with or without a line of names; comments after #. */
import type { Indicator, IntelProblem, Observable } from '@kumomori/model';
import { MAX_VALUE, observableOf } from '@kumomori/model';
import type { IntelDocument } from './document.ts';
import { indicatorOf, instant, latest, line, percent, tlpOf } from './make.ts';

const MAX_PROBLEMS = 100;
const MAX_CELLS = 64;
/** Of a list with mostly other things, and of anything that is no list at all. */
const LOOKED_AT = 200;

/** Columns by what they are called; others say nothing. */
const COLUMNS: Readonly<Record<string, 'value' | 'title' | 'confidence' | 'tlp' | 'seen' | 'first' | 'until' | 'label'>> = {
  ...{
    indicator: 'value',
    value: 'value',
    ioc: 'value',
    ioc_value: 'value',
    ip: 'value',
    ip_address: 'value',
    dst_ip: 'value',
    domain: 'value',
  },
  ...{ url: 'value', hash: 'value', md5: 'value', sha1: 'value', sha256: 'value', sha256_hash: 'value', host: 'value', hostname: 'value' },
  ...{
    description: 'title',
    title: 'title',
    name: 'title',
    comment: 'title',
    malware: 'title',
    threat: 'title',
    malware_printable: 'title',
  },
  ...{ confidence: 'confidence', confidence_level: 'confidence', score: 'confidence', tlp: 'tlp', tags: 'label', type: 'label' },
  ...{
    last_seen: 'seen',
    last_seen_utc: 'seen',
    last_online: 'seen',
    first_seen: 'first',
    first_seen_utc: 'first',
    valid_until: 'until',
    expires: 'until',
  },
};

export function readList(text: string, name: string): IntelDocument {
  const indicators = new Map<string, Indicator>();
  const problems: IntelProblem[] = [];
  let columns: readonly (string | null)[] | null = null;
  let isFirst = true;
  let left = 0;
  for (const { row, number } of rowsOf(text)) {
    const cells = cellsOf(row);
    if (isFirst && !cells.some((cell) => observableOf(cell))) {
      const names = cells.map((cell) => COLUMNS[cell.toLowerCase().replaceAll(/[\s-]+/g, '_')] ?? null);
      if (names.includes('value')) columns = names;
    }
    const isHead = isFirst && columns !== null;
    isFirst = false;
    if (isHead) continue;
    const found = columns ? namedRow(cells, columns, name) : plainRow(cells, name);
    if (found.length === 0 && left++ < MAX_PROBLEMS) problems.push({ code: 'no-observable', detail: line(row, 80) ?? '', line: number });
    for (const each of found) indicators.set(each.id, each);
  }
  if (left > MAX_PROBLEMS) problems.push({ code: 'no-observable', detail: `${left - MAX_PROBLEMS} more lines`, line: null });
  return { indicators: [...indicators.values()], warningLists: [], problems };
}

/** Whether a text may be a list: something of its first lines is a value to look for. */
export function mayBeList(text: string): boolean {
  let seen = 0;
  for (const { row } of rowsOf(text)) {
    if (cellsOf(row).some((cell) => observableOf(cell))) return true;
    if (++seen >= LOOKED_AT) return false;
  }
  return false;
}

function* rowsOf(text: string): Generator<{ readonly row: string; readonly number: number }> {
  let number = 0;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length;) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    number++;
    const row = text.slice(at, Math.min(end, at + 4 * MAX_VALUE)).trim();
    at = end + 1;
    if (row !== '' && !row.startsWith('#') && !row.startsWith('//') && !row.startsWith(';')) yield { row, number };
  }
}

/** Cells of a line with commas, semicolons or tabs; quotes double inside quotes. A comment after ` #` is a cell of its own kind and left out. */
function cellsOf(row: string): readonly string[] {
  const bare = row.includes(' #') ? row.slice(0, row.indexOf(' #')) : row;
  const mark = ['\t', ',', ';'].find((each) => bare.includes(each));
  if (mark === undefined) return [bare.trim()];
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < bare.length && cells.length < MAX_CELLS; at++) {
    const letter = bare.charAt(at);
    if (letter === '"') {
      if (isQuoted && bare.charAt(at + 1) === '"') cell += bare.charAt(at++);
      else isQuoted = !isQuoted;
    } else if (letter === mark && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}

function namedRow(cells: readonly string[], columns: readonly (string | null)[], name: string): readonly Indicator[] {
  const at = (column: string): readonly string[] => cells.filter((cell, index) => columns[index] === column && cell !== '');
  const observables = at('value').flatMap((cell) => observableOf(cell) ?? []);
  const [until, confidence] = [at('until')[0], at('confidence')[0]];
  return observables.map((observable) =>
    listed(observable, name, {
      title: line(at('title')[0]) ?? name,
      confidence: confidence === undefined || !/^\d{1,3}$/.test(confidence) ? null : percent(Number(confidence)),
      tlp: at('tlp').map((cell) => tlpOf(cell))[0] ?? null,
      lastSeen: latest(...at('seen').map((cell) => instant(cell))),
      validFrom: instant(at('first')[0]),
      validUntil: until === undefined ? null : instant(until),
      labels: at('label').flatMap((cell) => line(cell) ?? []),
    }),
  );
}

/** The first cell that is something; a line of several values (a file's hashes) is not taken apart further. */
function plainRow(cells: readonly string[], name: string): readonly Indicator[] {
  for (const cell of cells) {
    const observable = observableOf(cell);
    if (observable) return [listed(observable, name, {})];
  }
  // `0.0.0.0 evil.example`: a hosts file, and `evil.example 2026-11-20`.
  const words = (cells[0] ?? '').split(/\s+/, 3);
  const [first, second] = words.map((word) => observableOf(word));
  const isHosts = /^(?:0\.0\.0\.0|127\.0\.0\.1|::1?)$/.test(words[0] ?? '');
  const found = isHosts ? second : (first ?? null);
  return found && words.length > 1 ? [listed(found, name, {})] : [];
}

function listed(observable: Observable, name: string, more: Partial<Indicator>): Indicator {
  const id = `${observable.kind}:${observable.value}`;
  return indicatorOf({ id, format: 'list', source: name, title: name, observables: [observable], ...more });
}
