/**
 * A record parsed once: the paths that a mapping asks for as members of one STRUCT (`s`), which the engine makes with a single call. Members are
 * texts; what is asked for as a whole and by its parts, or is to be kept as JSON, is a JSON text, and its parts are taken out of that.
 */
import { quoted } from './engine.ts';
import type { Texts } from './mapping-sql.ts';
import { jsonPath, stepsOf } from './mapping-sql.ts';

interface Node {
  isText: boolean;
  isJson: boolean;
  readonly inner: Map<string, Node>;
}

/** Where a path is found: a member of `s`, and the steps that are left inside of its JSON. */
interface Place {
  readonly member: string;
  readonly isJson: boolean;
  readonly rest: readonly (string | number)[];
}

export class RecordStruct {
  readonly #root: Node = node();

  /** `texts`: paths of a mapping; `json`: keys of values that are wanted in the record's own form. */
  constructor(texts: Iterable<string>, json: Iterable<readonly string[]>) {
    for (const path of texts) if (!path.startsWith('@')) add(this.#root, stepsOf(path), 'text');
    for (const steps of json) add(this.#root, steps, 'json');
  }

  /** SQL over `r`. */
  get transform(): string {
    return `json_transform(r, ${quoted(specOf(this.#root))})`;
  }

  /** For one statement. */
  reader(): StructReader {
    return new StructReader((steps) => placeOf(this.#root, steps));
  }
}

/** Texts of one statement's rows; what lies inside of JSON members is taken out once for all of them. */
export class StructReader implements Texts {
  readonly #place: (steps: readonly (string | number)[]) => Place | null;
  /** By call (`json_extract_string(member`): the paths it is to take out. */
  readonly #calls = new Map<string, Map<string, number>>();

  constructor(place: (steps: readonly (string | number)[]) => Place | null) {
    this.#place = place;
  }

  text(path: string): string {
    const place = path.startsWith('@') ? null : this.#place(stepsOf(path));
    if (!place) return 'NULL::VARCHAR';
    const { member, isJson, rest } = place;
    if (!isJson) return `nullif(${member}, '')`;
    if (rest.length > 0) return `nullif(${this.#inside('json_extract_string', place)}, '')`;
    return `CASE WHEN starts_with(${member}::VARCHAR, '"') THEN nullif(${member}->>'$', '') ELSE nullif(${member}::VARCHAR, 'null') END`;
  }

  /** The JSON text of a value that the struct keeps as JSON. */
  json(steps: readonly string[]): string {
    const place = this.#place(steps);
    if (!place?.isJson) return 'NULL::VARCHAR';
    return `${place.rest.length > 0 ? this.#inside('json_extract', place) : place.member}::VARCHAR`;
  }

  /** To be selected beside the row: `, … AS x0, …`; to be asked for when all texts have been. */
  get extractions(): string {
    return [...this.#calls]
      .map(([call, paths], index) => `, ${call}, [${[...paths.keys()].map(quoted).join(', ')}]) AS x${index}`)
      .join('');
  }

  #inside(name: string, { member, rest }: Place): string {
    const call = `${name}(${member}`;
    const paths = this.#calls.get(call) ?? new Map<string, number>();
    this.#calls.set(call, paths);
    const path = jsonPath(rest);
    const index = paths.get(path) ?? paths.size + 1;
    paths.set(path, index);
    return `x${[...this.#calls.keys()].indexOf(call)}[${index}]`;
  }
}

function node(): Node {
  return { isText: false, isJson: false, inner: new Map() };
}

function add(root: Node, steps: readonly (string | number)[], as: 'text' | 'json'): void {
  let at = root;
  for (const step of steps) {
    // Elements of lists are taken out of the list's JSON.
    if (typeof step === 'number') {
      at.isJson = true;
      return;
    }
    const inner = at.inner.get(step) ?? node();
    at.inner.set(step, inner);
    at = inner;
  }
  if (as === 'text') at.isText = true;
  else at.isJson = true;
}

function kindOf({ isText, isJson, inner }: Node): 'text' | 'json' | 'struct' {
  if (isJson || (isText && inner.size > 0)) return 'json';
  if (inner.size === 0) return 'text';
  // Names of members differ in more than case.
  return new Set([...inner.keys()].map((key) => key.toLowerCase())).size === inner.size ? 'struct' : 'json';
}

function specOf(of: Node): string {
  const members = [...of.inner].map(([key, inner]) => {
    const kind = kindOf(inner);
    return `${JSON.stringify(key)}:${kind === 'struct' ? specOf(inner) : kind === 'json' ? '"JSON"' : '"VARCHAR"'}`;
  });
  return `{${members.join(',')}}`;
}

function placeOf(root: Node, steps: readonly (string | number)[]): Place | null {
  let [at, member] = [root, 's'];
  for (const [index, step] of steps.entries()) {
    const inner = typeof step === 'string' ? at.inner.get(step) : undefined;
    if (!inner) return null;
    member += `."${String(step).replaceAll('"', '""')}"`;
    const kind = kindOf(inner);
    if (kind !== 'struct') return { member, isJson: kind === 'json', rest: steps.slice(index + 1) };
    at = inner;
  }
  return null;
}
