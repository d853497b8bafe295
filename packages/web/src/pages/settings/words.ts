/** Words for the values of settings. */
import { useTexts } from '../../i18n/index.ts';
import type { ObjectShape, Words } from './shape.ts';

export type Word = (words: Words, value: string) => string;

export function useWord(): Word {
  const { settings, shell } = useTexts();
  return (words, value) => {
    const table: Readonly<Record<string, string>> =
      words === 'severity' ? shell.severity : words === 'state' ? shell.state : settings.words[words];
    return table[value] ?? value;
  };
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  // Only the keys of an object that came as JSON are read.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}

/** A row in one line: its id or first field, then what its other fields say. */
export function summaryOf(shape: ObjectShape, value: unknown, word: Word): { readonly title: string; readonly rest: string } {
  const given = recordOf(value);
  const [first, ...others] = Object.keys(shape.fields);
  const parts = others.flatMap((name) => {
    const field = shape.fields[name];
    return field ? (said(field, given[name], word) ?? []) : [];
  });
  return { title: first === undefined ? '' : String(given[first] ?? ''), rest: parts.join(' · ') };
}

function said(shape: ObjectShape['fields'][string], value: unknown, word: Word): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (shape.kind === 'object') {
    const parts = Object.entries(shape.fields).flatMap(([name, field]) => said(field, recordOf(value)[name], word) ?? []);
    return parts.length === 0 ? null : parts.join(' ').slice(0, 80);
  }
  if (shape.kind === 'one') return word(shape.words, String(value));
  if (shape.kind === 'some')
    return Array.isArray(value) && value.length > 0 ? value.map((each) => word(shape.words, String(each))).join(', ') : null;
  if (shape.kind === 'time' && typeof value === 'number') return `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`;
  if (shape.kind === 'switch' || shape.kind === 'rows') return null;
  return Array.isArray(value) ? (value.length === 0 ? null : value.join(', ')) : String(value);
}
