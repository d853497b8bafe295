/**
 * Regular expressions of foreign origin (Terraform's regex functions, detection rules): RE2 syntax, linear time, no back references and
 * no look-around. Patterns written by us may use JavaScript's own engine.
 */
import { LazyDfa } from './lazy-dfa.ts';
import { runProgram } from './machine.ts';
import type { Meter } from './machine.ts';
import { parseRegex } from './parse.ts';
import { compileProgram } from './program.ts';

export type { Meter } from './machine.ts';

export interface RegexMatch {
  /** Offsets in UTF-16 code units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The text of each group by number, null for one that took no part; index 0 is the whole match. */
  readonly groups: readonly (string | null)[];
}

export interface CompiledRegex {
  readonly kind: 'regex';
  readonly pattern: string;
  /** Names of the groups by number, null for those without; index 0 is the whole match. */
  readonly groupNames: readonly (string | null)[];
  /**
   * The leftmost match at or after `from` (0 by default). O(text × pattern). With a meter the steps are counted; when they
   * pass its limit the answer is null and `steps > limit` tells that apart from "no match".
   */
  exec(text: string, from?: number, meter?: Meter): RegexMatch | null;
  /** Whether it matches anywhere: the same answer as `exec`, some hundred times as fast when asked often. */
  test(text: string): boolean;
}

export interface RegexError {
  readonly kind: 'error';
  /** For people: why the pattern cannot be used. */
  readonly reason: string;
}

/** Compiles an RE2 pattern; never throws. Patterns that are wrong, too long or too big give an error with a reason. */
export function compileRegex(pattern: string): CompiledRegex | RegexError {
  const parsed = parseRegex(pattern);
  if ('error' in parsed) return { kind: 'error', reason: parsed.error };
  const program = compileProgram(parsed.root);
  if (!program) return { kind: 'error', reason: 'the pattern is too big once its repetitions are written out' };
  const { groupNames } = parsed;
  let machine: LazyDfa | null = null;
  return {
    kind: 'regex',
    pattern,
    groupNames,
    test: (text) => (machine ??= new LazyDfa(program)).test(text),
    exec: (text, from = 0, meter = { steps: 0, limit: Number.MAX_SAFE_INTEGER }) => {
      const slots = runProgram({ program, text, meter }, 2 * groupNames.length, from);
      if (!slots) return null;
      const groups = groupNames.map((_, index) => groupText(text, slots[2 * index] ?? -1, slots[2 * index + 1] ?? -1));
      return { start: slots[0] ?? 0, end: slots[1] ?? 0, groups };
    },
  };
}

function groupText(text: string, start: number, end: number): string | null {
  return start < 0 || end < 0 ? null : text.slice(start, end);
}
