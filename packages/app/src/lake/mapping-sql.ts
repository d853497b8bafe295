/**
 * A mapping to OCSF as DuckDB SQL: the same table that the interpreter reads, for sources whose volume makes JavaScript too slow. Where a path's
 * text is found is another's matter (record-struct.ts).
 */
import type { OcsfCondition, OcsfField, OcsfList, OcsfMapping } from '@kumomori/model';
import { quoted } from './engine.ts';
import type { Column, Columns, LeafType } from './schema.ts';
import { typeIn } from './types.ts';

/** Where a mapping's paths are found. */
export interface Texts {
  /** The path's text, or NULL; origin paths have none, since the records come in no wrapping. */
  text(path: string): string;
}

/** All paths that a mapping asks of a record. */
export function pathsOf({ rules, fields, lists = [] }: OcsfMapping): ReadonlySet<string> {
  const conditions = [...rules, ...fields].flatMap(({ when = [] }) => when.map(({ path }) => path));
  return new Set([
    ...conditions,
    ...fields.flatMap(({ from = [], join }) => [...from, ...(join?.paths ?? [])]),
    ...lists.map(({ each }) => each),
  ]);
}

/** The steps of a path: keys, and numbers for elements. */
export function stepsOf(path: string): readonly (string | number)[] {
  return [...path.matchAll(/"([^"]*)"|\[(\d+)\]|([^.[\]"]+)/g)].map(([, inQuotes, index, plain]) =>
    index === undefined ? (inQuotes ?? plain ?? '') : Number(index),
  );
}

/** In the JSON path language of DuckDB. */
export function jsonPath(steps: readonly (string | number)[]): string {
  return `$${steps.map((step) => (typeof step === 'number' ? `[${step}]` : `."${step}"`)).join('')}`;
}

/** The class and activity of a record. */
export function classSql({ rules }: OcsfMapping, paths: Texts): { readonly classUid: string; readonly activityId: string } {
  const choose = (value: (rule: OcsfMapping['rules'][number]) => number): string => {
    const cases = rules.map((rule) => {
      const condition = whenSql(rule.when, paths);
      return condition === null ? `ELSE ${value(rule)}` : `WHEN ${condition} THEN ${value(rule)}`;
    });
    return cases.length === 1 ? String(value(rules[0] ?? { classUid: 0, activityId: 0 })) : `CASE ${cases.join(' ')} END`;
  };
  const classUid = `${choose((rule) => rule.classUid)}::INTEGER`;
  const activityId = `${choose((rule) => rule.activityId)}::INTEGER`;
  return { classUid, activityId };
}

/**
 * What is to be selected for the columns, in their order, from rows of one class with `class_uid` and `activity_id`; `classUid` null: of any class,
 * by the fields that apply to all of them.
 */
export function attributesSql(
  mapping: OcsfMapping,
  columns: Columns,
  { classUid, paths }: { readonly classUid: number | null; readonly paths: Texts },
): string {
  const applies = ({ classes }: { readonly classes?: readonly number[] }): boolean =>
    !classes || (classUid !== null && classes.includes(classUid));
  const fields = Map.groupBy(mapping.fields.filter(applies), ({ to }) => to);
  const lists = new Map((mapping.lists ?? []).filter(applies).map((list) => [list.to, list]));
  const computed: Readonly<Record<string, string>> = {
    class_uid: 'class_uid',
    activity_id: 'activity_id',
    category_uid: 'class_uid // 1000',
    type_uid: 'class_uid * 100 + activity_id',
  };
  const leaf = (texts: Texts, own: ReadonlyMap<string, readonly OcsfField[]>, path: string, type: LeafType): string | null => {
    const found = own.get(path);
    return found ? firstOf(found.map((field) => fieldSql(field, type, texts))) : null;
  };
  const listOf = (path: string, column: Extract<Column, { kind: 'list' }>): string | null => {
    const type = typeIn('duckdb', column);
    const kept = (elements: string): string => `nullif(list_filter(${elements}, each -> ${anyOf(column.of, 'each')}), [])`;
    const list = lists.get(path);
    const own = list ? Map.groupBy(list.fields, ({ to }) => to) : null;
    const item: Texts = { text: (inner) => `nullif(item."${inner}", '')` };
    const element = own ? objectSql(column.of, '', (inner, type_) => leaf(item, own, inner, type_)) : null;
    const ofList =
      list && element
        ? kept(
            `list_transform(from_json(${paths.text(list.each)}, ${quoted(elementSpec(list))}), item -> (${element})::${type.slice(0, -2)})`,
          )
        : null;
    const single = objectSql(column.of, `${path}[].`, (inner, type_) => leaf(paths, fields, inner, type_));
    const ofFields = single === null ? null : kept(`[(${single})::${type.slice(0, -2)}]`);
    const both = [ofList, ofFields].filter((each) => each !== null);
    return both.length === 0 ? null : firstOf(both);
  };
  const values = [...columns].map(([name, column]) => {
    const sql = objectSql(new Map([[name, column]]), '', (path, type) => leaf(paths, fields, path, type) ?? computed[path] ?? null, listOf);
    // One member of an object: its value alone.
    const value = sql === null ? 'NULL' : sql.slice(sql.indexOf(':') + 1, -1);
    return `(${value})::${typeIn('duckdb', column)} AS "${name}"`;
  });
  return values.join(', ');
}

/** Elements are read by their keys alone: their fields' paths have one step. */
function elementSpec({ fields }: OcsfList): string {
  const keys = new Set(fields.flatMap(({ from = [], when = [] }) => [...from, ...when.map(({ path }) => path)]));
  return JSON.stringify([Object.fromEntries([...keys].map((key) => [key, 'VARCHAR']))]);
}

/** `{"name": value, …}` with all members of the columns; null where none has a value. */
function objectSql(
  columns: Columns,
  prefix: string,
  leaf: (path: string, type: LeafType) => string | null,
  list: (path: string, column: Extract<Column, { kind: 'list' }>) => string | null = () => null,
): string | null {
  const members = [...columns].map(([name, column]) => {
    const path = `${prefix}${name}`;
    if (column.kind === 'leaf') return [name, leaf(path, column.type)] as const;
    if (column.kind === 'list') return [name, list(path, column)] as const;
    return [name, objectSql(column.fields, `${path}.`, leaf, list)] as const;
  });
  if (members.every(([, sql]) => sql === null)) return null;
  return `{${members.map(([name, sql]) => `"${name}":${sql ?? 'NULL'}`).join(', ')}}`;
}

function anyOf(fields: Columns, owner: string): string {
  return `(${[...fields.keys()].map((name) => `${owner}."${name}" IS NOT NULL`).join(' OR ')})`;
}

function firstOf(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? 'NULL') : `coalesce(${values.join(', ')})`;
}

function fieldSql(field: OcsfField, type: LeafType, paths: Texts): string {
  const condition = whenSql(field.when, paths);
  const value = valueSql(field, type, paths);
  return condition === null ? value : `CASE WHEN ${condition} THEN ${value} END`;
}

function valueSql({ from = [], join, as = 'text', values, otherwise, constant }: OcsfField, type: LeafType, paths: Texts): string {
  if (constant) return `[${constant.map(quoted).join(', ')}]`;
  const found = join
    ? [castSql(join.paths.map((path) => paths.text(path)).join(` || ${quoted(join.by)} || `), as)]
    : from.map((path) => (values ? lookupSql(paths.text(path), values, type) : castSql(paths.text(path), as)));
  const last = otherwise === undefined ? [] : [literal(otherwise, type)];
  return found.length + last.length === 0 ? 'NULL' : firstOf([...found, ...last]);
}

function lookupSql(text: string, values: Readonly<Record<string, string | number | boolean>>, type: LeafType): string {
  return `CASE ${text} ${Object.entries(values)
    .map(([key, value]) => `WHEN ${quoted(key)} THEN ${literal(value, type)}`)
    .join(' ')} END`;
}

function literal(value: string | number | boolean, type: LeafType): string {
  return type === 'text' || typeof value === 'string' ? quoted(String(value)) : String(value);
}

const ADDRESS = "'^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$'";

/** As types.ts of the model says what each cast means. */
function castSql(text: string, cast: NonNullable<OcsfField['as']>): string {
  switch (cast) {
    case 'integer':
      return `CASE WHEN regexp_matches(${text}, '^-?[0-9]{1,15}$') THEN try_cast(${text} AS BIGINT) END`;
    case 'number':
      return `try_cast(${text} AS DOUBLE)`;
    case 'boolean':
      return `CASE lower(${text}) WHEN 'true' THEN true WHEN 'false' THEN false END`;
    case 'list':
      return `coalesce(try_cast(CASE WHEN starts_with(${text}, '[') THEN ${text} END AS VARCHAR[]), CASE WHEN ${text} IS NOT NULL THEN [${text}] END)`;
    case 'iso-time':
      return `epoch_ms(try_cast(${text} AS TIMESTAMP))`;
    case 'unix-seconds':
      return `(try_cast(${text} AS DOUBLE) * 1000)::BIGINT`;
    case 'unix-millis':
      return `try_cast(${text} AS BIGINT)`;
    case 'unix-micros':
      return `(try_cast(${text} AS BIGINT) // 1000)`;
    case 'clf-time':
      return `epoch_ms(try_strptime(${text}, '%d/%b/%Y:%H:%M:%S %z')::TIMESTAMP)`;
    case 'address':
      return `CASE WHEN regexp_matches(${text}, ${ADDRESS}) THEN ${text} END`;
    case 'name':
      return `CASE WHEN NOT regexp_matches(${text}, ${ADDRESS}) THEN ${text} END`;
    case 'port':
      return `try_cast(regexp_extract(${text}, ':([0-9]{1,5})$', 1) AS BIGINT)`;
    case 'first-part':
      return `split_part(${text}, '/', 1)`;
    case 'last-part':
      return `split_part(${text}, '/', -1)`;
    case 'lower':
      return `lower(${text})`;
    case 'text':
    case 'json':
      return text;
  }
}

/** Null: no conditions. NULL of a missing text never counts as met. */
function whenSql(when: readonly OcsfCondition[] | undefined, paths: Texts): string | null {
  if (!when || when.length === 0) return null;
  return when.map((each) => `(${conditionSql(each, paths)})`).join(' AND ');
}

function conditionSql({ path, is, startsWith, endsWith, contains, exists, fold }: OcsfCondition, paths: Texts): string {
  const plain = paths.text(path);
  const text = fold ? `lower(${plain})` : plain;
  const alternatives = [
    ...(is && is.length > 0 ? [`${text} IN (${is.map(quoted).join(', ')})`] : []),
    ...(startsWith ?? []).map((value) => `starts_with(${text}, ${quoted(value)})`),
    ...(endsWith ?? []).map((value) => `ends_with(${text}, ${quoted(value)})`),
    ...(contains ?? []).map((value) => `contains(${text}, ${quoted(value)})`),
  ];
  const tests = alternatives.length > 0 ? [`coalesce(${alternatives.join(' OR ')}, false)`] : [];
  if (exists !== undefined) tests.push(`${plain} IS ${exists ? 'NOT ' : ''}NULL`);
  return tests.length === 0 ? 'true' : tests.join(' AND ');
}
