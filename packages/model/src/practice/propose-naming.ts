/** The naming grammar that most names of a kind follow already: a starting point for people who have no written rule. */
import { parseGrammar, wrongTokens } from './naming.ts';

export interface NamingProposal {
  /** `{env}-{system}-{role}{nn}` */
  readonly grammar: string;
  /** `env=prd|stg` */
  readonly tokens: readonly string[];
  readonly following: number;
  readonly total: number;
  /** Names that do not follow it, sorted. */
  readonly others: readonly string[];
}

/** Fewer names say nothing. */
export const MIN_NAMES = 5;
const MAX_VALUES = 6;
/** Share of the names for which something must hold to be a rule. */
const MOST = 0.75;
const SEPARATORS = ['-', '_', '.', '/'];

/** Null: too few names, or no form that more than half of them have. Each name counts once. O(names · length). */
export function proposeNaming(all: readonly string[]): NamingProposal | null {
  const names = [...new Set(all)].toSorted();
  if (names.length < MIN_NAMES) return null;
  const separator = mostFrequent(names.flatMap((name) => SEPARATORS.filter((each) => name.includes(each))));
  if (separator === null) return proposal(names, [names.map((name) => name)], { separator: '', isOpen: false });
  const split = names.map((name) => name.split(separator));
  const length = mostFrequent(split.map((parts) => parts.length)) ?? 1;
  const regular = split.filter((parts) => parts.length === length);
  if (length > 1 && regular.length > names.length / 2) {
    const columns = Array.from({ length }, (_, index) => regular.map((parts) => parts[index] ?? ''));
    return proposal(names, columns, { separator, isOpen: false });
  }
  // Names of any length that begin alike: their first parts are the rule.
  const columns: string[][] = [];
  for (let index = 0; index < length; index++) {
    const column = split.flatMap((parts) => (parts.length > index + 1 ? [parts[index] ?? ''] : []));
    if (column.length <= names.length / 2 || fewValues(column) === null) break;
    columns.push(column);
  }
  return columns.length === 0 ? null : proposal(names, columns, { separator, isOpen: true });
}

function proposal(
  names: readonly string[],
  columns: readonly (readonly string[])[],
  { separator, isOpen }: { readonly separator: string; readonly isOpen: boolean },
): NamingProposal | null {
  const taken = new Set<string>();
  const tokens: string[] = [];
  const parts = columns.map((column) => {
    const counter = counterOf(column);
    const stems = counter === null ? column : column.map((value) => value.replace(/\d+$/, ''));
    if (counter !== null && stems.every((stem) => stem === '')) return `{${counter}}`;
    const values = fewValues(stems);
    const name = unique(nameOf(values), taken);
    if (values) tokens.push(`${name}=${values.join('|')}`);
    return counter === null ? `{${name}}` : `{${name}}{${counter}}`;
  });
  if (tokens.length === 0 && separator === '') return null;
  const grammar = [...parts, ...(isOpen ? ['{rest*}'] : [])].join(separator);
  const parsed = parseGrammar(grammar, tokens);
  const others = names.filter((name) => wrongTokens(name, parsed)?.length !== 0);
  const following = names.length - others.length;
  return following > names.length / 2 ? { grammar, tokens, following, total: names.length, others } : null;
}

/** `nn` when most values end in a number of two digits; `n` when their widths differ; null when most end in none. */
function counterOf(values: readonly string[]): string | null {
  const widths = values.flatMap((value) => /\d+$/.exec(value)?.[0].length ?? []);
  if (widths.length < values.length * MOST) return null;
  const usual = mostFrequent(widths) ?? 1;
  const isUsual = widths.filter((width) => width === usual).length >= widths.length * MOST;
  return isUsual && usual > 1 ? 'n'.repeat(usual) : 'n';
}

/**
 * The values that make up most of a column, when they are few and come again: those are a vocabulary, and what stands there once is the
 * exception. Null for a column of free words.
 */
function fewValues(values: readonly string[]): readonly string[] | null {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, same]) => ({ value, count: same.length }));
  const again = counts.filter(({ value, count }) => /^[^|={}\s]+$/.test(value) && (count > 1 || environments.has(value.toLowerCase())));
  const covered = again.reduce((sum, { count }) => sum + count, 0);
  if (again.length === 0 || again.length > MAX_VALUES || covered < values.length * MOST || covered < again.length * 2) return null;
  return again.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).map(({ value }) => value);
}

const environments: ReadonlySet<string> = new Set(
  'prd prod production p stg stage staging stag s dev develop development d tst test qa uat it ut st sit sandbox sbx poc dr demo pre preprod shared common mgmt'.split(
    ' ',
  ),
);
const roles: ReadonlySet<string> = new Set(
  'web ap app api db batch bat bastion cache proxy lb alb worker job dns mail mon log logs gw nat fw cicd ci admin front back frontend backend queue search vm srv sv ecs eks lambda data backup assets static media artifacts audit tfstate state'.split(
    ' ',
  ),
);
const regions =
  /^(?:(?:ap|us|eu|ca|sa|me|af|il|mx)(?:-?(?:north|south|east|west|central|[nsewc]{1,2})+(?:-?\d)?)|tky|tokyo|osk|osaka|jpe|jpw|japan(?:east|west)|apne\d|asne\d|asia)$/i;

function nameOf(values: readonly string[] | null): string {
  if (values === null) return 'system';
  const most = (matches: (value: string) => boolean): boolean => values.filter((value) => matches(value)).length > values.length / 2;
  if (most((value) => environments.has(value.toLowerCase()))) return 'env';
  if (most((value) => roles.has(value.toLowerCase()))) return 'role';
  if (most((value) => regions.test(value))) return 'region';
  return values.length === 1 ? 'org' : 'system';
}

/** `system`, `system2` … */
function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}${count}`;
  taken.add(free);
  return free;
}

function mostFrequent<T extends string | number>(values: readonly T[]): T | null {
  let best: { readonly value: T; readonly count: number } | null = null;
  for (const [value, same] of Map.groupBy(values, (each) => each))
    if (!best || same.length > best.count) best = { value, count: same.length };
  return best && best.value;
}
