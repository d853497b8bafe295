/** Paths into records, and the text that is found at their end. */
import type { LogEvent, LogOrigin } from '../event.ts';

type Step = string | number;

/** The steps of a path: keys, and numbers for elements of lists. */
export function pathSteps(path: string): readonly Step[] {
  return [...path.matchAll(/"([^"]*)"|\[(\d+)\]|([^.[\]"]+)/g)].map(([, quoted, index, plain]) =>
    index === undefined ? (quoted ?? plain ?? '') : Number(index),
  );
}

/** What a path leads to; undefined where it leads nowhere. */
export function valueAt(value: unknown, steps: readonly Step[]): unknown {
  let at = value;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) !== (typeof step === 'number')) return undefined;
    // An object or list was just asked for; own keys only, so that `constructor` leads nowhere.
    at = Object.hasOwn(at, step) ? (at as Readonly<Record<Step, unknown>>)[step] : undefined;
  }
  return at;
}

/** The text of a value: strings as they are, everything else as JSON writes it; null for null, the empty string and what nests too deep to be written. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    // Only nesting beyond the stack ends here: records come from JSON, so there are no cycles.
    return null;
  }
}

const ORIGIN: Readonly<Record<string, keyof LogOrigin>> = { '@account': 'account', '@region': 'region', '@name': 'name' };

const NOTHING = Symbol('nothing');

/** Reads paths of one event, each at most once. */
export class EventPaths {
  readonly #event: LogEvent;
  readonly #values = new Map<string, unknown>();
  /** JSON of objects, which is dear. */
  readonly #texts = new Map<object, string | null>();

  constructor(event: LogEvent) {
    this.#event = event;
  }

  value(path: string): unknown {
    const known = this.#values.get(path);
    if (known !== undefined) return known === NOTHING ? undefined : known;
    const origin = ORIGIN[path];
    const value = origin === undefined ? valueAt(this.#event.record, stepsOf(path)) : this.#event.origin?.[origin];
    this.#values.set(path, value === undefined ? NOTHING : value);
    return value;
  }

  text(path: string): string | null {
    const value = this.value(path);
    if (typeof value !== 'object' || value === null) return textOf(value);
    const known = this.#texts.get(value);
    if (known !== undefined) return known;
    const text = textOf(value);
    this.#texts.set(value, text);
    return text;
  }
}

/** Steps of paths that have been asked for; mappings have some hundred of them. */
const KNOWN_STEPS = new Map<string, readonly Step[]>();

function stepsOf(path: string): readonly Step[] {
  const known = KNOWN_STEPS.get(path);
  if (known) return known;
  const steps = pathSteps(path);
  KNOWN_STEPS.set(path, steps);
  return steps;
}
