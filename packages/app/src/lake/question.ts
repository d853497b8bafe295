/** What a question asks for, as far as the ledger alone can tell which files answer it. Null everywhere: all files are asked. */
import { isRecord } from '@kumomori/model';
import type { Engine } from './engine.ts';
import { quoted } from './engine.ts';
import type { Node } from './sql-tree.ts';
import { everyNode, isGiven, namesOf, nodes, selectOf, textOfSelect } from './sql-tree.ts';

/** What the ledger knows of a file. */
export type Known = 'event_code' | 'source' | 'region' | 'account' | 'day' | 'class';

export interface Question {
  /** `events`, or a class table. */
  readonly view: string;
  /** A row must have one of the values; each is about one column. */
  readonly among: readonly { readonly column: Known; readonly values: readonly string[] }[];
  /** Milliseconds since 1970: rows have times in there, the ends included. */
  readonly since: number | null;
  readonly until: number | null;
  /** Names of columns that it mentions, in lower case; null: all. */
  readonly columns: ReadonlySet<string> | null;
  readonly newest: Newest | null;
}

/** A question for the newest rows that meet a condition, row by row. */
export interface Newest {
  /** How many; null: as many as are shown. */
  readonly limit: number | null;
  /** Is time all that tells which rows come first? */
  readonly isByTimeAlone: boolean;
  /** The same question for nothing but `select`. */
  readonly asking: (select: readonly Node[], limit: number) => Node;
}

const EVENTS = 'events';
/** Names of attributes, in `events` and in class tables. */
const COLUMNS: Readonly<Record<string, Known>> = {
  event_code: 'event_code',
  source: 'source',
  region: 'region',
  account: 'account',
  day: 'day',
  class: 'class',
};
const TABLE_COLUMNS: Readonly<Record<string, Known>> = {
  'metadata.event_code': 'event_code',
  source: 'source',
  region: 'region',
  accountid: 'account',
  eventday: 'day',
};
/** Answers differ from one time to the next, or one row becomes none or many. */
const UNFIT = new Set(['random', 'uuid', 'uuidv4', 'uuidv7', 'gen_random_uuid', 'nextval', 'currval', 'setseed', 'unnest', 'unlist']);
const ROW_BY_ROW = new Set([
  'COLUMN_REF',
  'CONSTANT',
  'FUNCTION',
  'CAST',
  'COMPARISON',
  'CONJUNCTION',
  'OPERATOR',
  'CASE',
  'BETWEEN',
  'PARAMETER',
  'LAMBDA',
  'STAR',
]);
/** Sessions may have a time zone; no two are further apart. */
const ZONES = 26 * 3_600_000;

/** Null: nothing can be said. `views`: names of the lake's views. */
export async function questionOf(
  engine: Engine,
  sql: string,
  { views, parameters }: { readonly views: ReadonlySet<string>; readonly parameters: Readonly<Record<string, string>> },
): Promise<Question | null> {
  const root = await selectOf(engine, sql);
  if (!root) return null;
  const all = [...everyNode(root)];
  const tables = all.filter(({ type }) => type === 'BASE_TABLE');
  const select = all.find(({ type, from_table: from }) => type === 'SELECT_NODE' && from === tables[0]);
  const [table] = tables;
  if (!table || !select || tables.length > 1 || all.some(({ cte_map: ctes }) => isRecord(ctes) && isGiven(ctes['map']))) return null;
  const view = String(table['table_name']).toLowerCase();
  if (!views.has(view) || table['schema_name'] !== '' || table['catalog_name'] !== '') return null;
  if (isGiven(table['column_name_alias']) || isGiven(table['sample']) || isGiven(select['sample']) || isGiven(table['at_clause']))
    return null;
  const alias = String(table['alias'] ?? '').toLowerCase();
  const names = new Naming(view, alias === '' ? view : alias);
  const conditions = conjuncts(select['where_clause']);
  const times = await Promise.all(conditions.map(async (each) => boundOf(engine, each, { names, parameters })));
  const [since, until] = [times.flatMap(({ since: at }) => at ?? []), times.flatMap(({ until: at }) => at ?? [])];
  return {
    view,
    among: conditions.flatMap((each) => amongOf(each, { names, parameters }) ?? []),
    since: since.length === 0 ? null : Math.max(...since),
    until: until.length === 0 ? null : Math.min(...until),
    columns: view === EVENTS ? mentioned(all, [view, alias]) : null,
    newest: view === EVENTS && select === root ? newestOf(root, names) : null,
  };
}

/** Every name that could be one of a column; null where stars stand for names. */
function mentioned(all: readonly Node[], whole: readonly string[]): ReadonlySet<string> | null {
  if (all.some((node) => node['class'] === 'STAR' || node['class'] === 'POSITIONAL_REFERENCE' || node['type'] === 'JOIN')) return null;
  const names = new Set(all.flatMap((node) => namesOf(node) ?? []));
  // A row as a whole.
  return whole.some((name) => names.has(name)) ? null : names;
}

class Naming {
  readonly #view: string;
  readonly #alias: string;

  constructor(view: string, alias: string) {
    this.#view = view;
    this.#alias = alias;
  }

  get isEvents(): boolean {
    return this.#view === EVENTS;
  }

  /** Names of a column of the view, with dots; null where it is none. */
  pathOf(node: unknown): string | null {
    const names = namesOf(node);
    if (!names) return null;
    return (names.length > 1 && names[0] === this.#alias ? names.slice(1) : names).join('.');
  }

  knownOf(node: unknown): Known | null {
    const path = this.pathOf(node);
    const known = this.isEvents ? COLUMNS : TABLE_COLUMNS;
    return path !== null && Object.hasOwn(known, path) ? (known[path] ?? null) : null;
  }
}

interface Reading {
  readonly names: Naming;
  readonly parameters: Readonly<Record<string, string>>;
}

function conjuncts(where: unknown): readonly Node[] {
  if (!isRecord(where)) return [];
  return where['type'] === 'CONJUNCTION_AND' ? nodes(where['children']).flatMap(conjuncts) : [where];
}

function amongOf(condition: Node, { names, parameters }: Reading): Question['among'][number] | null {
  if (condition['type'] === 'COMPARE_IN') {
    const [subject, ...others] = nodes(condition['children']);
    const column = names.knownOf(subject);
    const values = others.map((each) => textOf(each, parameters));
    return column && values.every((each) => each !== null) ? { column, values } : null;
  }
  if (condition['type'] !== 'COMPARE_EQUAL') return null;
  const { left, right } = condition;
  for (const [one, other] of [
    [left, right],
    [right, left],
  ]) {
    const column = names.knownOf(one);
    const value = textOf(other, parameters);
    if (column && value !== null) return { column, values: [value] };
  }
  return null;
}

/** A text that stands in the question, or is given for a parameter. */
function textOf(node: unknown, parameters: Readonly<Record<string, string>>): string | null {
  if (!isRecord(node)) return null;
  if (node['class'] === 'PARAMETER') {
    const name = String(node['identifier']);
    return Object.hasOwn(parameters, name) ? (parameters[name] ?? null) : null;
  }
  const { value } = node;
  if (node['class'] !== 'CONSTANT' || !isRecord(value) || !isRecord(value['type'])) return null;
  return value['type']['id'] === 'VARCHAR' && typeof value['value'] === 'string' ? value['value'] : null;
}

interface Bound {
  readonly since?: number;
  readonly until?: number;
}

const BOUNDS: Readonly<Record<string, readonly [least: boolean, greatest: boolean]>> = {
  COMPARE_EQUAL: [true, true],
  COMPARE_GREATERTHAN: [true, false],
  COMPARE_GREATERTHANOREQUALTO: [true, false],
  COMPARE_LESSTHAN: [false, true],
  COMPARE_LESSTHANOREQUALTO: [false, true],
};

/** `time >= …` with something that needs no row to be known. */
async function boundOf(engine: Engine, { type, left, right, ...more }: Node, reading: Reading): Promise<Bound> {
  const isTime = (node: unknown): boolean => reading.names.pathOf(node) === 'time';
  if (type === 'COMPARE_BETWEEN' && isTime(more['input'])) {
    const [since, until] = [await timeOf(engine, more['lower'], reading), await timeOf(engine, more['upper'], reading)];
    return { ...(since !== null && { since: since - ZONES }), ...(until !== null && { until: until + ZONES }) };
  }
  const [least, greatest] = BOUNDS[String(type)] ?? [false, false];
  const isTurned = isTime(right);
  if ((!least && !greatest) || (!isTurned && !isTime(left))) return {};
  const at = await timeOf(engine, isTurned ? left : right, reading);
  if (at === null) return {};
  const [isSince, isUntil] = isTurned ? [greatest, least] : [least, greatest];
  return { ...(isSince && { since: at - ZONES }), ...(isUntil && { until: at + ZONES }) };
}

/** Milliseconds since 1970, give or take a time zone; null where it depends on rows, or is no time. */
async function timeOf(engine: Engine, node: unknown, { names, parameters }: Reading): Promise<number | null> {
  if (!isRecord(node)) return null;
  const inside = [...everyNode(node)];
  const isFree = inside.every(
    (each) => !('column_names' in each) && each['class'] !== 'SUBQUERY' && !UNFIT.has(String(each['function_name'])),
  );
  if (!isFree) return null;
  const given: readonly Node[] = inside.filter((each) => each['class'] === 'PARAMETER');
  if (given.length > 0 && (given.length > 1 || !Object.hasOwn(parameters, String(given[0]?.['identifier'])))) return null;
  try {
    const text = await textOfSelect(engine, bare([node]));
    const [one] = given;
    const value =
      one === undefined
        ? text
        : text.replaceAll(`$${String(one['identifier'])}`, () => quoted(parameters[String(one['identifier'])] ?? ''));
    const asked = names.isEvents ? 'epoch_ms(found::TIMESTAMP)' : 'found::BIGINT';
    const [row] = await engine.rows(`SELECT ${asked} AS at FROM (${value}) AS asked(found)`);
    const at = Number(row?.['at'] ?? Number.NaN);
    return Number.isFinite(at) ? at : null;
  } catch {
    // The engine says it again when it is asked the question.
    return null;
  }
}

/** A SELECT of these expressions from nothing. */
function bare(select: readonly Node[]): Node {
  return {
    ...{
      type: 'SELECT_NODE',
      modifiers: [],
      cte_map: { map: [] },
      select_list: select,
      from_table: { type: 'EMPTY', alias: '', sample: null },
    },
    ...{ where_clause: null, group_expressions: [], group_sets: [], aggregate_handling: 'STANDARD_HANDLING', having: null, sample: null },
    qualify: null,
  };
}

/** `SELECT … FROM events WHERE … ORDER BY time DESC LIMIT …` without groups, windows or questions within. */
function newestOf(root: Node, names: Naming): Newest | null {
  const [order, ...others] = nodes(root['modifiers']);
  const [limited] = others;
  if (order?.['type'] !== 'ORDER_MODIFIER' || others.length > 1) return null;
  const [first] = nodes(order['orders']);
  if (first?.['type'] !== 'DESCENDING' || names.pathOf(first['expression']) !== 'time') return null;
  const isPlain = ['group_expressions', 'group_sets', 'having', 'qualify', 'sample'].every((each) => !isGiven(root[each]));
  if (!isPlain || root['aggregate_handling'] !== 'STANDARD_HANDLING') return null;
  if (first['null_order'] !== 'ORDER_DEFAULT' && first['null_order'] !== 'NULLS LAST') return null;
  const picked = nodes(root['select_list']);
  // ORDER BY means the column of the answer first.
  if (picked.some((each) => String(each['alias']).toLowerCase() === 'time')) return null;
  const expressions = [...everyNode(picked), ...everyNode(root['where_clause'])].filter((each) => 'class' in each);
  if (!expressions.every(isRowByRow)) return null;
  const limit = limited === undefined ? null : limitOf(limited);
  if (limit === undefined) return null;
  return {
    limit,
    isByTimeAlone: nodes(order['orders']).length === 1,
    asking: (select, most) => ({
      ...root,
      select_list: select,
      modifiers: [
        { ...order, orders: [first] },
        { type: 'LIMIT_MODIFIER', limit: numberNode(most), offset: null },
      ],
    }),
  };
}

function isRowByRow(each: Node): boolean {
  if (!ROW_BY_ROW.has(String(each['class'])) || UNFIT.has(String(each['function_name']).toLowerCase())) return false;
  return each['class'] !== 'STAR' || ['replace_list', 'rename_list'].every((list) => !isGiven(each[list]));
}

/** Undefined: not a number, or some are passed over. */
function limitOf({ type, limit, offset }: Node): number | undefined {
  if (type !== 'LIMIT_MODIFIER' || isGiven(offset) || !isRecord(limit) || limit['class'] !== 'CONSTANT') return undefined;
  const value = isRecord(limit['value']) ? limit['value']['value'] : undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function numberNode(value: number): Node {
  const type = { id: 'BIGINT', type_info: null };
  return { class: 'CONSTANT', type: 'VALUE_CONSTANT', alias: '', query_location: 0, value: { type, is_null: false, value } };
}

/** A column of the view by its name. */
export function columnNode(name: string): Node {
  return { class: 'COLUMN_REF', type: 'COLUMN_REF', alias: '', query_location: 0, column_names: [name] };
}
