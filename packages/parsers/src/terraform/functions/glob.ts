/** The patterns of fileset: `*`, `**`, `?`, `[a-z]`, `{one,two}`, `\x`; matched in linear time. */
import { compileRegex } from '@kumomori/model';
import type { CompiledRegex } from '@kumomori/model';
import type { Failure } from './context.ts';
import { fail, isFailure } from './support.ts';

/** A regular expression that matches whole relative paths; `*` and `?` stop at slashes, `**` between slashes takes any folders. */
export function globToRegex(glob: string): CompiledRegex | Failure {
  const source = translate(Array.from(glob));
  if (isFailure(source)) return source;
  const regex = compileRegex(`^(?s:${source})$`);
  return regex.kind === 'error' ? fail(`the pattern is not valid: ${regex.reason}`) : regex;
}

function translate(characters: readonly string[]): string | Failure {
  let result = '';
  let depth = 0;
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    if (character === '*') {
      const [source, last] = stars(characters, at);
      result += source;
      at = last;
    } else if (character === '?') result += '[^/]';
    else if (character === '[') {
      const close = characters.indexOf(']', at + 2);
      if (close === -1) return fail('the pattern has [ without ]');
      result += characterClass(characters.slice(at + 1, close));
      at = close;
    } else if (character === '{') {
      depth++;
      result += '(?:';
    } else if (character === '}' && depth > 0) {
      depth--;
      result += ')';
    } else if (character === ',' && depth > 0) result += '|';
    else if (character === '\\' && at + 1 < characters.length) result += escape(characters[++at] ?? '');
    else result += escape(character);
  }
  return depth > 0 ? fail('the pattern has { without }') : result;
}

/** The source for one or two stars and the index of the last character they take. */
function stars(characters: readonly string[], at: number): readonly [string, number] {
  if (characters[at + 1] !== '*') return ['[^/]*', at];
  const startsPart = at === 0 || characters[at - 1] === '/';
  if (startsPart && characters[at + 2] === '/') return ['(?:.*/)?', at + 2];
  return startsPart && characters[at + 2] === undefined ? ['.*', at + 1] : ['[^/]*', at + 1];
}

function characterClass(content: readonly string[]): string {
  const negated = content[0] === '!' || content[0] === '^';
  const body = (negated ? content.slice(1) : content)
    .map((character) => (/[\\[\]^]/.test(character) ? `\\${character}` : character))
    .join('');
  return `[${negated ? '^/' : ''}${body}]`;
}

function escape(character: string): string {
  return /[\\^$.|?*+()[\]{}]/.test(character) ? `\\${character}` : character;
}
