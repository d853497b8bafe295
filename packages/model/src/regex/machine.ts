/**
 * Runs a program over a text: all alternatives at once, in order of preference (Pike's algorithm), so that the time is
 * O(text × program) whatever the pattern. Leftmost match; among those the one a backtracking engine would find first.
 */
import type { Instruction } from './program.ts';
import { classMatches, isWordCharacter } from './syntax.ts';
import type { Assertion } from './syntax.ts';

/** Counts instructions carried out, over any number of runs; a run that reaches `limit` stops and finds nothing. */
export interface Meter {
  steps: number;
  readonly limit: number;
}

type Slots = readonly number[];

export interface Run {
  readonly program: readonly Instruction[];
  readonly text: string;
  readonly meter: Meter;
}

/** Start and end of each group (-1 when it took no part), or null when nothing matches at or after `from`. */
export function runProgram(run: Run, slotCount: number, from: number): Slots | null {
  const { program, text, meter } = run;
  let current = new ThreadList(program.length);
  let next = new ThreadList(program.length);
  let best: Slots | null = null;
  const unset: Slots = Array.from({ length: slotCount }, () => -1);
  for (let at = from; at <= text.length;) {
    if (best === null) addThread(run, current, { pc: 0, slots: unset }, at);
    if (current.size === 0 && best !== null) break;
    if (meter.steps > meter.limit) return null;
    const codePoint = text.codePointAt(at);
    const width = codePoint !== undefined && codePoint > 0xffff ? 2 : 1;
    for (const thread of current.threads) {
      meter.steps++;
      const instruction = program[thread.pc];
      if (instruction?.op === 'match') {
        best = thread.slots;
        break;
      }
      if (instruction?.op !== 'class' || codePoint === undefined) continue;
      if (classMatches(instruction.node, codePoint)) addThread(run, next, { pc: thread.pc + 1, slots: thread.slots }, at + width);
    }
    [current, next] = [next, current];
    next.clear();
    at += width;
  }
  return best;
}

interface Thread {
  readonly pc: number;
  readonly slots: Slots;
}

/** Threads in order of preference, each place in the program at most once. */
class ThreadList {
  readonly threads: Thread[] = [];
  readonly #generations: Uint32Array;
  #generation = 1;

  constructor(programLength: number) {
    this.#generations = new Uint32Array(programLength);
  }

  get size(): number {
    return this.threads.length;
  }

  /** False when the place was visited already in this step. */
  visit(pc: number): boolean {
    if (this.#generations[pc] === this.#generation) return false;
    this.#generations[pc] = this.#generation;
    return true;
  }

  clear(): void {
    this.threads.length = 0;
    this.#generation++;
  }
}

/** Follows everything that consumes no character from `start` and adds the places reached. An own stack: programs can be long chains. */
function addThread(run: Run, list: ThreadList, start: Thread, at: number): void {
  const pending: Thread[] = [start];
  for (let thread = pending.pop(); thread; thread = pending.pop()) {
    run.meter.steps++;
    if (!list.visit(thread.pc)) continue;
    const { pc, slots } = thread;
    const instruction = run.program[pc];
    if (!instruction) continue;
    if (instruction.op === 'jump') pending.push({ pc: instruction.to, slots });
    else if (instruction.op === 'split') pending.push({ pc: instruction.second, slots }, { pc: instruction.first, slots });
    else if (instruction.op === 'save') pending.push({ pc: pc + 1, slots: slots.with(instruction.slot, at) });
    else if (instruction.op === 'assert') {
      if (holds(instruction.assertion, run.text, at)) pending.push({ pc: pc + 1, slots });
    } else list.threads.push(thread);
  }
}

function holds(assertion: Assertion, text: string, at: number): boolean {
  switch (assertion) {
    case 'text-start':
      return at === 0;
    case 'text-end':
      return at === text.length;
    case 'line-start':
      return at === 0 || text.charCodeAt(at - 1) === 0x0a;
    case 'line-end':
      return at === text.length || text.charCodeAt(at) === 0x0a;
    default: {
      const before = isWordCharacter(at > 0 ? text.charCodeAt(at - 1) : null);
      const after = isWordCharacter(at < text.length ? text.charCodeAt(at) : null);
      return (before !== after) === (assertion === 'word-boundary');
    }
  }
}
