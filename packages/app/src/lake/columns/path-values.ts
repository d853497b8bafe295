/** What a path of a mapping leads to in the records of a batch: each text once, with a number. */
import { ocsfText } from '@kumomori/model';

/** After so many texts it is told whether they repeat. */
const PROBE = 1024;

export class PathValues {
  /** By number. */
  readonly texts: string[] = [];
  /** By number: the value, where it is a list. */
  readonly lists = new Map<number, unknown>();
  readonly #numbers = new Map<string, number>();
  readonly #numbersOfObjects = new Map<string, number>();
  #asked = 0;
  #isUnique = false;
  #last = '';
  #lastNumber = -1;

  /** The number of a value's text; -1 where it has none. */
  numberOf(value: unknown): number {
    if (typeof value === 'string') {
      // Neighbors are often alike: comparing costs less than looking up.
      if (value === this.#last) return this.#lastNumber;
      if (value === '') return -1;
      this.#last = value;
      this.#lastNumber = this.#number(value, this.#numbers);
      return this.#lastNumber;
    }
    if (value === undefined || value === null) return -1;
    const text = ocsfText(value);
    if (text === null) return -1;
    if (typeof value !== 'object') return this.#number(text, this.#numbers);
    const number = this.#number(text, this.#numbersOfObjects);
    if (Array.isArray(value)) this.lists.set(number, value);
    return number;
  }

  /** Ids are hardly ever the same twice: they are not looked up. */
  #number(text: string, numbers: Map<string, number>): number {
    if (this.#isUnique) return this.texts.push(text) - 1;
    this.#asked += 1;
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    numbers.set(text, number);
    if (number === PROBE && this.#asked < PROBE * 2) {
      this.#isUnique = true;
      this.#numbers.clear();
      this.#numbersOfObjects.clear();
    }
    return number;
  }
}
