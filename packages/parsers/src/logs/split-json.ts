/** A piece of a text of several JSON values: one value's text, or what cannot be taken apart any further. */
export type JsonPiece =
  | { readonly kind: 'value'; readonly text: string; readonly line: number; readonly offset: number }
  | { readonly kind: 'rest'; readonly isOpen: boolean; readonly line: number; readonly offset: number };

/** Longest beginning of a document (`{"messageType":…,"logEvents":[`) that is put before its elements again. */
const MAX_HEAD = 64 * 1024;
/** What a wrapping calls its records, before the bracket. A record that breaks off has lists too, and is no wrapping of their elements. */
const RECORDS = /"(?:Records|records|Events|value|entries|items|logEvents)"\s*:\s*$/;
const LONGEST_KEY = 40;

interface Value {
  readonly start: number;
  /** After the last character; null when the text ends before the value does. */
  readonly end: number | null;
}

/**
 * The values of a text, one after the other with anything blank or a comma between them. A document that breaks off, or is no JSON as a whole,
 * is taken apart at its first list: each element comes in the wrapping it had, and what is left of the last one as the rest. Linear time.
 */
export function* splitJson(text: string, from: number): Generator<JsonPiece> {
  const lines = lineCounter(text);
  let at = skipBlank(text, from);
  while (at < text.length) {
    const { start, end } = valueAt(text, at);
    if (end === null) return yield* elements(text, { start, isOpen: true, lines });
    const piece = text.slice(start, end);
    // A lone word or bracket: the rest of the line is no JSON.
    if (end === start) {
      yield { kind: 'rest', isOpen: false, line: lines(start), offset: start };
      const next = text.indexOf('\n', start);
      at = next === -1 ? text.length : skipBlank(text, next);
      continue;
    }
    if (isJson(piece)) yield { kind: 'value', text: piece, line: lines(start), offset: start };
    else yield* elements(text.slice(0, end), { start, isOpen: false, lines });
    at = skipBlank(text, end);
  }
}

interface Broken {
  readonly start: number;
  /** The text ends before the document does. */
  readonly isOpen: boolean;
  readonly lines: (offset: number) => number;
}

function* elements(text: string, { start, isOpen, lines }: Broken): Generator<JsonPiece> {
  const list = recordList(text, start);
  if (!list || list.open - start > MAX_HEAD) return yield { kind: 'rest', isOpen, line: lines(start), offset: start };
  const head = text.slice(start, list.open + 1);
  let at = skipBlank(text, list.open + 1);
  while (at < text.length && text[at] !== ']') {
    const { end } = valueAt(text, at);
    if (end === null || end === at) return yield { kind: 'rest', isOpen: end === null, line: lines(at), offset: at };
    const piece = head + text.slice(at, end) + list.closers;
    if (isJson(piece)) yield { kind: 'value', text: piece, line: lines(at), offset: at };
    else yield { kind: 'rest', isOpen: false, line: lines(at), offset: at };
    at = skipBlank(text, end);
  }
  if (isOpen) yield { kind: 'rest', isOpen, line: lines(at), offset: at };
}

/** Where the list of records opens, at the top or one below it, and what closes everything around it. */
function recordList(text: string, start: number): { readonly open: number; readonly closers: string } | null {
  if (text[start] === '[') return { open: start, closers: ']' };
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = stringEnd(text, at) - 1;
    else if (code === 0x5b && depth === 1 && RECORDS.test(text.slice(Math.max(start, at - LONGEST_KEY), at)))
      return { open: at, closers: ']}' };
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return null;
}

/** The object or list that begins here; a string, number or word ends where it begins. */
function valueAt(text: string, start: number): Value {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = stringEnd(text, at) - 1;
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth <= 0) return { start, end: depth < 0 ? start : at + 1 };
    }
    if (depth === 0) return { start, end: start };
  }
  return { start, end: null };
}

/** After the closing quote; the length of the text where there is none. */
function stringEnd(text: string, quote: number): number {
  let at = quote + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end === -1) return text.length;
    let before = end - 1;
    while (text.charCodeAt(before) === 0x5c) before -= 1;
    if ((end - before) % 2 === 1) return end + 1;
    at = end + 1;
  }
}

/** Blanks, commas between values, and the record separator of RFC 7464. */
function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \n\r\t,\u001e'.includes(text[at] ?? '')) at += 1;
  return at;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // The answer.
    return false;
  }
}

/** Lines of growing offsets, each line break counted once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (;;) {
      const next = text.indexOf('\n', at);
      if (next === -1 || next >= offset) return line;
      line += 1;
      at = next + 1;
    }
  };
}
