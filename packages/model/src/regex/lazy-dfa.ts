/**
 * Whether a program matches anywhere in a text, without saying where: a deterministic machine whose states are made when they are first reached.
 * O(text) once its states are known, O(text × program) at worst, because states beyond the limit are forgotten and made again.
 */
import type { Instruction } from './program.ts';
import type { Assertion } from './syntax.ts';
import { classMatches, isWordCharacter } from './syntax.ts';

/** What came before: decides about `^`, `\A` and `\b`. */
type Before = 'start' | 'newline' | 'word' | 'other';

interface State {
  /** Places in the program that are reached before a character is looked at; sorted. */
  readonly places: readonly number[];
  readonly before: Before;
  /** Next states by code: ASCII, and at 128 the end of the text. `true`: it matches. */
  readonly ascii: (State | true | undefined)[];
  readonly others: Map<number, State | true>;
}

const END = 128;
/** Each holds a table of 129 entries: some megabytes for one pattern at most. */
const MAX_STATES = 1000;
const MAX_OTHERS = 500;

/** State: the states made so far. */
export class LazyDfa {
  readonly #program: readonly Instruction[];
  #states = new Map<string, State>();
  #start: State;

  constructor(program: readonly Instruction[]) {
    this.#program = program;
    this.#start = this.#state([], 'start');
  }

  test(text: string): boolean {
    let state = this.#start;
    for (let at = 0; at < text.length; at++) {
      let code = text.charCodeAt(at);
      let next: State | true | undefined;
      if (code < END) next = state.ascii[code];
      else {
        if (code >= 0xd800 && code < 0xdc00) {
          code = text.codePointAt(at) ?? code;
          if (code > 0xffff) at++;
        }
        next = state.others.get(code);
      }
      next ??= this.#step(state, code);
      if (next === true) return true;
      state = next;
    }
    return (state.ascii[END] ?? this.#step(state, null)) === true;
  }

  /** Null is the end of the text. */
  #step(state: State, code: number | null): State | true {
    const reached = this.#closure(state, code);
    const next = reached === null ? true : this.#state(this.#advance(reached, code), beforeOf(code));
    if (code === null) state.ascii[END] = next;
    else if (code < END) state.ascii[code] = next;
    else if (state.others.size < MAX_OTHERS) state.others.set(code, next);
    return next;
  }

  #advance(reached: readonly number[], code: number | null): readonly number[] {
    if (code === null) return [];
    const places = reached.filter((place) => {
      const instruction = this.#program[place];
      return instruction?.op === 'class' && classMatches(instruction.node, code);
    });
    return places.map((place) => place + 1);
  }

  /** The instructions that wait for a character; null when the end of the program is reached. A match may begin anywhere: place 0 is always there. */
  #closure({ places, before }: State, code: number | null): readonly number[] | null {
    const seen = new Set<number>();
    const waiting: number[] = [];
    const pending = [...places, 0];
    for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
      if (seen.has(place)) continue;
      seen.add(place);
      const instruction = this.#program[place];
      if (!instruction) continue;
      if (instruction.op === 'match') return null;
      if (instruction.op === 'class') waiting.push(place);
      else if (instruction.op === 'jump') pending.push(instruction.to);
      else if (instruction.op === 'split') pending.push(instruction.second, instruction.first);
      else if (instruction.op === 'save' || holds(instruction.assertion, before, code)) pending.push(place + 1);
    }
    return waiting;
  }

  #state(places: readonly number[], before: Before): State {
    const sorted = [...new Set(places)].toSorted((a, b) => a - b);
    const key = `${before} ${sorted.join(' ')}`;
    const known = this.#states.get(key);
    if (known) return known;
    if (this.#states.size >= MAX_STATES) {
      this.#states = new Map();
      if (before !== 'start') this.#start = this.#state([], 'start');
    }
    const made: State = { places: sorted, before, ascii: Array.from({ length: END + 1 }), others: new Map() };
    this.#states.set(key, made);
    return made;
  }
}

function beforeOf(code: number | null): Before {
  if (code === 0x0a) return 'newline';
  return isWordCharacter(code) ? 'word' : 'other';
}

function holds(assertion: Assertion, before: Before, code: number | null): boolean {
  switch (assertion) {
    case 'text-start':
      return before === 'start';
    case 'text-end':
      return code === null;
    case 'line-start':
      return before === 'start' || before === 'newline';
    case 'line-end':
      return code === null || code === 0x0a;
    default:
      return ((before === 'word') !== isWordCharacter(code)) === (assertion === 'word-boundary');
  }
}
