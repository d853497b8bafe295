/** Template expressions of ARM (`[concat(parameters('prefix'), '-logs')]`) into trees. */

export type ArmExpression =
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly ArmExpression[] }
  | { readonly kind: 'member'; readonly of: ArmExpression; readonly name: string }
  | { readonly kind: 'index'; readonly of: ArmExpression; readonly index: ArmExpression };

/** Calls inside one another. */
const MAX_DEPTH = 100;
const MAX_LENGTH = 64 * 1024;

/** `[...]` is an expression, `[[...` a text that begins with a bracket. */
export function isExpression(text: string): boolean {
  return text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']');
}

/** Texts that only look like expressions (`[[`) lose the bracket that says so. */
export function plainText(text: string): string {
  return text.startsWith('[[') ? text.slice(1) : text;
}

interface Reader {
  readonly text: string;
  pos: number;
}

/** The tree of the expression between the brackets; null when it is not one. O(length). */
export function parseExpression(text: string): ArmExpression | null {
  if (!isExpression(text) || text.length > MAX_LENGTH) return null;
  const reader: Reader = { text: text.slice(1, -1), pos: 0 };
  const expression = read(reader, 0);
  skipBlanks(reader);
  return expression !== null && reader.pos === reader.text.length ? expression : null;
}

function read(reader: Reader, depth: number): ArmExpression | null {
  if (depth > MAX_DEPTH) return null;
  skipBlanks(reader);
  let expression = readPrimary(reader, depth);
  while (expression !== null) {
    skipBlanks(reader);
    const next = reader.text[reader.pos];
    if (next === '.') expression = readMember(reader, expression);
    else if (next === '[') expression = readIndex(reader, expression, depth);
    else break;
  }
  return expression;
}

function readPrimary(reader: Reader, depth: number): ArmExpression | null {
  const next = reader.text[reader.pos] ?? '';
  if (next === "'") return readString(reader);
  const number = match(reader, /-?\d+(?:\.\d+)?/y);
  if (number !== null) return { kind: 'literal', value: Number(number) };
  const name = match(reader, /[A-Za-z_][\w.]*/y);
  if (name === null) return null;
  skipBlanks(reader);
  if (reader.text[reader.pos] !== '(') return null;
  reader.pos++;
  const args: ArmExpression[] = [];
  for (;;) {
    skipBlanks(reader);
    if (reader.text[reader.pos] === ')' && args.length === 0) break;
    const argument = read(reader, depth + 1);
    if (argument === null) return null;
    args.push(argument);
    skipBlanks(reader);
    if (reader.text[reader.pos] === ')') break;
    if (reader.text[reader.pos] !== ',') return null;
    reader.pos++;
  }
  reader.pos++;
  return { kind: 'call', name, args };
}

/** A quote inside is written twice. */
function readString(reader: Reader): ArmExpression | null {
  let value = '';
  for (let at = reader.pos + 1; ;) {
    const end = reader.text.indexOf("'", at);
    if (end === -1) return null;
    value += reader.text.slice(at, end);
    if (reader.text[end + 1] !== "'") {
      reader.pos = end + 1;
      return { kind: 'literal', value };
    }
    value += "'";
    at = end + 2;
  }
}

function readMember(reader: Reader, of: ArmExpression): ArmExpression | null {
  reader.pos++;
  skipBlanks(reader);
  const name = match(reader, /[A-Za-z_$][\w-]*/y);
  return name === null ? null : { kind: 'member', of, name };
}

function readIndex(reader: Reader, of: ArmExpression, depth: number): ArmExpression | null {
  reader.pos++;
  const index = read(reader, depth + 1);
  skipBlanks(reader);
  if (index === null || reader.text[reader.pos] !== ']') return null;
  reader.pos++;
  return { kind: 'index', of, index };
}

function match(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.pos;
  const found = pattern.exec(reader.text);
  if (found === null) return null;
  reader.pos += found[0].length;
  return found[0];
}

function skipBlanks(reader: Reader): void {
  while (reader.pos < reader.text.length && /\s/.test(reader.text.charAt(reader.pos))) reader.pos++;
}
