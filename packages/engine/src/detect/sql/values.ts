/**
 * Values of a field as DuckDB expressions over a column of JSON text: the same walk as record-values.ts, level by level, through the elements
 * of lists. What remains different: more than three lists directly in each other.
 */

/** A text as a literal of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** One key as a JSON path of DuckDB, as a literal of SQL. */
function step(prefix: string, key: string): string {
  return quoted(`${prefix}."${key.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`);
}

/** A list of JSON values without null: what `someValue` would visit. */
export function valuesSql(column: string, places: readonly string[]): string {
  const walks = places.flatMap((path) => routes(path).map((keys, index) => walk(column, keys, index === 0)));
  const all = walks.length === 1 ? (walks[0] ?? '[]') : `list_concat(${walks.join(', ')})`;
  return `list_filter(${opened(all)}, lambda j: j IS NOT NULL AND json_type(j) <> 'NULL' AND json_type(j) <> 'ARRAY')`;
}

/** Whether the key is there: its parents hold it, whatever its value. */
export function presentSql(column: string, places: readonly string[]): string {
  const tests = places.flatMap((path) =>
    routes(path).map((keys, index) => {
      const found = walk(column, keys, index === 0);
      return `len(list_filter(${found}, lambda j: j IS NOT NULL)) > 0`;
    }),
  );
  return `(${tests.join(' OR ')})`;
}

/** Of longer paths only the end is joined, from any name on: claims are named by addresses. */
const MAX_JOINED = 4;

/** The keys of a path, and the ways in which some of them may be one key with dots. */
function routes(path: string): readonly (readonly string[])[] {
  const keys = path.split('.');
  if (keys.length === 1) return [keys];
  if (keys.length > MAX_JOINED) return [keys, ...keys.slice(0, -1).map((_, from) => [...keys.slice(0, from), keys.slice(from).join('.')])];
  return [keys, ...compositions(keys).filter((route) => route.length < keys.length)];
}

/** All ways to join neighbors. */
function compositions([first = '', ...rest]: readonly string[]): readonly (readonly string[])[] {
  if (rest.length === 0) return [[first]];
  return compositions(rest).flatMap(([next = '', ...more]) => [
    [first, next, ...more],
    [`${first}.${next}`, ...more],
  ]);
}

/** What lies at the end of a route. Only the path as it is written is also tried without regard to case, as in record-values.ts. */
function walk(column: string, keys: readonly string[], isWritten: boolean): string {
  const [first = '', ...rest] = keys;
  let level = `[${member(column, first, isWritten)}]`;
  for (const key of rest) level = `list_transform(${opened(level)}, lambda j: ${member('j', key, isWritten)})`;
  return level;
}

function member(node: string, key: string, isWritten: boolean): string {
  const exact = `json_extract(${node}, ${step('$', key)})`;
  if (!isWritten) return exact;
  const other = `list_filter(json_keys(${node}), lambda k: lower(k) = ${quoted(key.toLowerCase())})[1]`;
  const escaped = /["\\]/.test(key) ? `replace(replace(${other}, '\\', '\\\\'), '"', '\\"')` : other;
  return `coalesce(${exact}, json_extract(${node}, '$."' || ${escaped} || '"'))`;
}

/** Lists at the end of a path become their elements, those of lists in them too; a list that is an element has no keys and is no value. */
function opened(values: string): string {
  const elements = `list_concat(${LIST_DEPTHS.map((path) => `json_extract(j, ${quoted(path)})`).join(', ')})`;
  return `flatten(list_transform(${values}, lambda j: CASE WHEN json_type(j) = 'ARRAY' THEN ${elements} ELSE [j] END))`;
}

const LIST_DEPTHS = ['$[*]', '$[*][*]', '$[*][*][*]'] as const;

/** The text of a value, as `textOfValue` has it: `5.0` is 5. */
export function textSql(value: string): string {
  return `CASE WHEN json_type(${value}) = 'DOUBLE' THEN regexp_replace(${value} ->> '$', '\\.0$', '') ELSE ${value} ->> '$' END`;
}
