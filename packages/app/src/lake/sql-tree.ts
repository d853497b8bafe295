/** A statement as the engine's own parser takes it apart, and back (json_serialize_sql, json_deserialize_sql). */
import { isRecord, jsonOf } from '@kumomori/model';
import type { Engine } from './engine.ts';
import { quoted } from './engine.ts';

export type Node = Readonly<Record<string, unknown>>;

/** Of a node in the text; the greatest of 64 bits stands for none. */
const PLACE = 'query_location';

/** The one SELECT of a text; null for anything else, and for what the engine cannot take apart. */
export async function selectOf(engine: Engine, sql: string): Promise<Node | null> {
  const [row] = await engine.rows(`SELECT json_serialize_sql(${quoted(sql)}) AS tree`);
  const tree = jsonOf(String(row?.['tree']));
  // A number that JavaScript does not know exactly would come back as another one.
  if (!isRecord(tree) || tree['error'] !== false || !isExact(tree)) return null;
  const [statement, ...others] = nodes(tree['statements']);
  const node = statement?.['node'];
  return others.length === 0 && isRecord(node) && node['type'] === 'SELECT_NODE' ? node : null;
}

/** As SQL. Throws what the engine says. */
export async function textOfSelect(engine: Engine, node: Node): Promise<string> {
  const tree = JSON.stringify({ error: false, statements: [{ node }] }, (key, value: unknown) => (key === PLACE ? 0 : value));
  const [row] = await engine.rows(`SELECT json_deserialize_sql(${quoted(tree)}) AS sql`);
  return String(row?.['sql']);
}

/** A node and all below it. The engine has limited how deep they nest. */
export function* everyNode(at: unknown): Generator<Node> {
  if (Array.isArray(at)) for (const each of at) yield* everyNode(each);
  else if (isRecord(at)) {
    yield at;
    for (const each of Object.values(at)) if (typeof each === 'object' && each !== null) yield* everyNode(each);
  }
}

function isExact(at: unknown): boolean {
  if (typeof at === 'number') return Math.abs(at) <= Number.MAX_SAFE_INTEGER;
  if (typeof at !== 'object' || at === null) return true;
  return Object.entries(at).every(([key, value]) => key === PLACE || isExact(value));
}

/** The objects of a list; none where it is no list. */
export function nodes(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Names of a reference to a column, in lower case: `['e', 'time']`. */
export function namesOf(node: unknown): readonly string[] | null {
  if (!isRecord(node) || node['class'] !== 'COLUMN_REF' || !Array.isArray(node['column_names'])) return null;
  return node['column_names'].map((name) => String(name).toLowerCase());
}

/** Not null and not an empty list. */
export function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}
