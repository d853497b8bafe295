/** Character codes and classes used by the readers. */

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BANG = 33;
export const QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const PAREN_OPEN = 40;
export const PAREN_CLOSE = 41;
export const STAR = 42;
export const PLUS = 43;
export const COMMA = 44;
export const MINUS = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const BRACKET_OPEN = 91;
export const BACKSLASH = 92;
export const BRACKET_CLOSE = 93;
export const BRACE_OPEN = 123;
export const PIPE = 124;
export const BRACE_CLOSE = 125;
export const TILDE = 126;

const START = 1;
const PART = 2;
const DIGIT = 4;

const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  const isNumber = code >= 48 && code <= 57;
  if (isLetter || code === 95) classes[code] = START | PART;
  else if (isNumber) classes[code] = PART | DIGIT;
  else if (code === MINUS) classes[code] = PART;
}

const unicodeStart = /^\p{ID_Start}/u;
const unicodePart = /^\p{ID_Continue}/u;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether an identifier can begin at `at`. */
export function isNameStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return ((classes[code] ?? 0) & START) !== 0;
  return code >= 128 && unicodeStart.test(characterAt(text, at));
}

/** End of the identifier that begins at `at` (letters, digits, `_` and `-`, as in HCL). */
export function nameEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (((classes[code] ?? 0) & PART) === 0) return at;
      at++;
    } else {
      if (!(code >= 128)) return at;
      const character = characterAt(text, at);
      if (!unicodePart.test(character)) return at;
      at += character.length;
    }
  }
}

/** The whole character at an offset, both halves of a surrogate pair included. */
export function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}
