/** Values that are computed when first asked for; asking again while that goes on means that the code refers to itself. */
import type { Range, Value } from '@kumomori/model';
import { unknownValue } from '@kumomori/model';
import type { Run } from './run.ts';

const FRAMES_OF_REFERENCE = 3;
const UNDERWAY = Symbol('underway');

export class Memo {
  readonly #values = new Map<string, Value | typeof UNDERWAY>();
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
  }

  /** The value named `name`; a cycle is unknown and said once, at `at`. */
  get(name: string, at: Range, compute: () => Value): Value {
    const known = this.#values.get(name);
    if (known === UNDERWAY) {
      this.#run.report(at, { code: 'cycle', message: `${name} depends on itself` });
      return unknownValue('cycle', `${name} depends on itself`, at);
    }
    if (known !== undefined) return known;
    this.#values.set(name, UNDERWAY);
    // A reference takes a dozen stack frames where an operator takes three.
    this.#run.depth += FRAMES_OF_REFERENCE;
    const value = compute();
    this.#run.depth -= FRAMES_OF_REFERENCE;
    this.#values.set(name, value);
    return value;
  }
}
