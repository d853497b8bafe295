/** Turns the tree of a pattern into instructions for the machine. Counted repetitions are written out, so the size is limited. */
import type { Assertion, ClassNode, RegexNode } from './syntax.ts';

export type Instruction =
  | { readonly op: 'class'; readonly node: ClassNode }
  | { readonly op: 'match' }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'assert'; readonly assertion: Assertion }
  | { readonly op: 'jump'; to: number }
  /** Tries `first` before `second`. */
  | { readonly op: 'split'; first: number; second: number };

/** Work is text length × program size, so this also limits time. */
const MAX_INSTRUCTIONS = 20_000;

/** The program of a pattern, with the whole match in slots 0 and 1; null when it would be too big. */
export function compileProgram(root: RegexNode): readonly Instruction[] | null {
  const program: Instruction[] = [];
  program.push({ op: 'save', slot: 0 });
  if (!emit(root, program)) return null;
  program.push({ op: 'save', slot: 1 }, { op: 'match' });
  return program;
}

function emit(node: RegexNode, program: Instruction[]): boolean {
  if (program.length > MAX_INSTRUCTIONS) return false;
  switch (node.kind) {
    case 'empty':
      return true;
    case 'class':
      program.push({ op: 'class', node });
      return true;
    case 'assert':
      program.push({ op: 'assert', assertion: node.assertion });
      return true;
    case 'sequence':
      return node.items.every((item) => emit(item, program));
    case 'group':
      program.push({ op: 'save', slot: 2 * node.index });
      if (!emit(node.body, program)) return false;
      program.push({ op: 'save', slot: 2 * node.index + 1 });
      return true;
    case 'choice':
      return emitChoice(node.options, program);
    default:
      return emitRepeat(node, program);
  }
}

function emitChoice(options: readonly RegexNode[], program: Instruction[]): boolean {
  const jumps: (Instruction & { op: 'jump' })[] = [];
  for (const [at, option] of options.entries()) {
    const isLast = at === options.length - 1;
    const split: Instruction & { op: 'split' } = { op: 'split', first: program.length + 1, second: -1 };
    if (!isLast) program.push(split);
    if (!emit(option, program)) return false;
    if (isLast) continue;
    const jump: Instruction & { op: 'jump' } = { op: 'jump', to: -1 };
    program.push(jump);
    jumps.push(jump);
    split.second = program.length;
  }
  for (const jump of jumps) jump.to = program.length;
  return true;
}

function emitRepeat(node: RegexNode & { kind: 'repeat' }, program: Instruction[]): boolean {
  for (let count = 0; count < node.min - (node.max === null ? 1 : 0); count++) {
    const before = program.length;
    if (!emit(node.body, program)) return false;
    // A body without instructions needs no repetition; nested ones would take very long to write out as nothing.
    if (program.length === before) return true;
  }
  if (node.max === null) return emitLoop(node, program);
  const splits: (Instruction & { op: 'split' })[] = [];
  for (let count = node.min; count < node.max; count++) {
    const split = optional(node.greedy, program);
    splits.push(split);
    if (!emit(node.body, program)) return false;
  }
  for (const split of splits) {
    if (node.greedy) split.second = program.length;
    else split.first = program.length;
  }
  return true;
}

/** `x*` when min is 0, `x+` (the last of the required ones) otherwise. */
function emitLoop(node: RegexNode & { kind: 'repeat' }, program: Instruction[]): boolean {
  if (node.min > 0) {
    const start = program.length;
    if (!emit(node.body, program)) return false;
    const split = optional(node.greedy, program);
    if (node.greedy) [split.first, split.second] = [start, program.length];
    else [split.first, split.second] = [program.length, start];
    return true;
  }
  const at = program.length;
  const split = optional(node.greedy, program);
  if (!emit(node.body, program)) return false;
  program.push({ op: 'jump', to: at });
  if (node.greedy) split.second = program.length;
  else split.first = program.length;
  return true;
}

function optional(greedy: boolean, program: Instruction[]): Instruction & { op: 'split' } {
  const next = program.length + 1;
  const split: Instruction & { op: 'split' } = greedy ? { op: 'split', first: next, second: -1 } : { op: 'split', first: -1, second: next };
  program.push(split);
  return split;
}
