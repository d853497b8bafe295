/** Words of STIX patterns (STIX 2.1 §9.4 and its grammar). One pass, no backtracking beyond a word. */

export interface StixToken {
  readonly kind: 'word' | 'string' | 'timestamp' | 'hex' | 'binary' | 'number' | 'mark' | 'end';
  /** Of strings and their kin, what is between the quotes, escapes undone. */
  readonly text: string;
  readonly at: number;
}

export type StixTokens = { readonly tokens: readonly StixToken[] } | { readonly at: number; readonly message: string };

const MAX_TOKENS = 100_000;
const SPACE = /(?:\s|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|\/\/[^\r\n]*)+/y;
const WORD = /[A-Za-z_][A-Za-z0-9_-]*/y;
const NUMBER = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)/y;
const STRING = /([thb]?)'([^'\\]*(?:\\[\s\S][^'\\]*)*)'/y;
const PREFIXES: ReadonlyMap<string, StixToken['kind']> = new Map([
  ['t', 'timestamp'],
  ['h', 'hex'],
  ['b', 'binary'],
]);
const MARK = /<=|>=|<>|!=|==|[=<>[\]().:,*]/y;

export function stixTokens(text: string): StixTokens {
  const tokens: StixToken[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < text.length) {
    if (take(SPACE)) continue;
    if (tokens.length > MAX_TOKENS) return { at, message: 'the pattern has too many words' };
    const start = at;
    const token = nextToken(take, start);
    if (!token) {
      const what = text.charAt(start) === "'" ? 'a text without an end' : `an unexpected character ${JSON.stringify(text.charAt(start))}`;
      return { at: start, message: what };
    }
    tokens.push(token);
  }
  return { tokens: [...tokens, { kind: 'end', text: '', at: text.length }] };
}

function nextToken(take: (pattern: RegExp) => RegExpExecArray | null, at: number): StixToken | null {
  const string = take(STRING);
  if (string) {
    const kind = PREFIXES.get(string[1] ?? '') ?? 'string';
    return { kind, text: (string[2] ?? '').replaceAll(/\\([\s\S])/g, '$1'), at };
  }
  const word = take(WORD);
  if (word) return { kind: 'word', text: word[0], at };
  const number = take(NUMBER);
  if (number) return { kind: 'number', text: number[0], at };
  const mark = take(MARK);
  return mark && { kind: 'mark', text: mark[0] === '==' ? '=' : mark[0] === '<>' ? '!=' : mark[0], at };
}
