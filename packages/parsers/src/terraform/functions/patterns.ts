/** regex, regexall, replace: RE2 patterns through our own linear-time engine. */
import { compileRegex, listValue, mapValue, nullValue, stringValue, withDependencies } from '@kumomori/model';
import type { CompiledRegex, Meter, Range, RegexMatch, Value } from '@kumomori/model';
import type { Failure, FunctionTable } from './context.ts';
import { MAX_ITEMS, MAX_TEXT, deepDependencies, define, fail, isFailure, plainValue, tooLarge, variadic } from './support.ts';
import type { TextPiece } from '../../values/index.ts';
import { firstHole, mayCross, textFromPieces, textPieces } from '../../values/index.ts';

/** Steps of the machine one call may use: all matches of a bad pattern in a long text are quadratic in any engine. */
const MAX_STEPS = 5_000_000;

export const patternFunctions: FunctionTable = {
  regex: define(['string', 'string'], ([pattern, text], { range }) => {
    const regex = compile(pattern);
    if (isFailure(regex)) return regex;
    const meter: Meter = { steps: 0, limit: MAX_STEPS };
    const match = regex.exec(text, 0, meter);
    if (meter.steps > meter.limit) return tooLarge('the pattern takes too many steps on this text');
    return match ? matchValue(regex, match, range) : fail('the pattern does not match the text');
  }),
  regexall: define(['string', 'string'], ([pattern, text], { range }) => {
    const regex = compile(pattern);
    if (isFailure(regex)) return regex;
    const matches = allMatches(regex, text);
    if (isFailure(matches)) return matches;
    return listValue(
      matches.map((match) => matchValue(regex, match, range)),
      range,
    );
  }),
  replace: variadic(3, 3, (args, { range }) => replace(args, range)),
};

function compile(pattern: string): CompiledRegex | Failure {
  const regex = compileRegex(pattern);
  if (regex.kind === 'error') return fail(`the pattern is not valid: ${regex.reason}`);
  const names = regex.groupNames.slice(1);
  const mixed = names.includes(null) && names.some((name) => name !== null);
  return mixed ? fail('the pattern mixes named and unnamed groups') : regex;
}

function allMatches(regex: CompiledRegex, text: string): readonly RegexMatch[] | Failure {
  const meter: Meter = { steps: 0, limit: MAX_STEPS };
  const matches: RegexMatch[] = [];
  let lastEnd = -1;
  for (let from = 0; from <= text.length;) {
    const match = regex.exec(text, from, meter);
    if (meter.steps > meter.limit || matches.length > MAX_ITEMS) return tooLarge('the pattern takes too many steps on this text');
    if (!match) break;
    const isEmpty = match.start === match.end;
    // An empty match right behind the previous one does not count (as in Go).
    if (!isEmpty || match.start !== lastEnd) matches.push(match);
    lastEnd = match.end;
    from = isEmpty ? match.end + ((text.codePointAt(match.end) ?? 0) > 0xffff ? 2 : 1) : match.end;
  }
  return matches;
}

/** The whole match without groups, a list of unnamed groups, a map of named ones; null for a group that took no part. */
function matchValue(regex: CompiledRegex, match: RegexMatch, range: Range | null): Value {
  const groups = match.groups.map((text) => (text === null ? nullValue(range) : stringValue(text, range)));
  if (groups.length === 1) return groups[0] ?? nullValue(range);
  if (regex.groupNames[1] === null) return listValue(groups.slice(1), range);
  const entries = regex.groupNames.slice(1).map((name, at): [string, Value] => [name ?? '', groups[at + 1] ?? nullValue(range)]);
  return mapValue(new Map(entries), range);
}

function replace(args: readonly Value[], range: Range | null): Value | Failure {
  const [textArg, searchArg, replacementArg] = args;
  const [text, search, replacement] = [textArg, searchArg, replacementArg].map((arg) => (arg ? textPieces(arg) : null));
  if (!text || !search || !replacement) return fail('the arguments must be strings');
  const searchHole = firstHole(search);
  if (searchHole) return searchHole;
  const wanted = search.join('');
  if (wanted.length > 1 && wanted.startsWith('/') && wanted.endsWith('/')) {
    const hole = firstHole(replacement) ?? firstHole(text);
    if (hole) return hole;
    const result = replacePattern(text.join(''), wanted.slice(1, -1), replacement.join(''));
    return typeof result === 'string' ? withDependencies(plainValue(result, range), [deepDependencies(args)]) : result;
  }
  return replaceText({ text, wanted, replacement, range, args });
}

interface Replacement {
  readonly text: readonly TextPiece[];
  readonly wanted: string;
  readonly replacement: readonly TextPiece[];
  readonly range: Range | null;
  readonly args: readonly Value[];
}

function replaceText({ text, wanted, replacement, range, args }: Replacement): Value | Failure {
  const textHole = firstHole(text);
  if (textHole && (wanted === '' || mayCross(text, wanted))) return textHole;
  const pieces: TextPiece[] = [];
  let size = 0;
  const extra = replacement.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 1), 0);
  for (const piece of text) {
    if (typeof piece !== 'string') {
      pieces.push(piece);
      continue;
    }
    const parts = wanted === '' ? ['', ...Array.from(piece), ''] : piece.split(wanted);
    size += piece.length + (parts.length - 1) * extra;
    if (size > MAX_TEXT || pieces.length + parts.length > 10 * MAX_ITEMS) return tooLarge(`the text is longer than ${MAX_TEXT} characters`);
    for (const [at, part] of parts.entries()) pieces.push(...(at > 0 ? [...replacement, part] : [part]));
  }
  const [original] = args;
  const structure = original?.kind === 'string' && pieces.length === 1 && pieces[0] === original.value ? original.structure : null;
  return withDependencies(textFromPieces(pieces, range, structure), [deepDependencies(args)]);
}

function replacePattern(text: string, pattern: string, replacement: string): string | Failure {
  const regex = compileRegex(pattern);
  if (regex.kind === 'error') return fail(`the pattern is not valid: ${regex.reason}`);
  const matches = allMatches(regex, text);
  if (isFailure(matches)) return matches;
  const groupUses = replacement.split('$').length - 1;
  let result = '';
  let at = 0;
  for (const match of matches) {
    if (groupUses * (match.end - match.start) > 4 * MAX_TEXT) return tooLarge(`the text is longer than ${MAX_TEXT} characters`);
    result += text.slice(at, match.start) + expand(replacement, regex, match);
    at = match.end;
    if (result.length > MAX_TEXT) return tooLarge(`the text is longer than ${MAX_TEXT} characters`);
  }
  return result + text.slice(at);
}

/** Go's templates: $1, ${1}, $name, ${name}, $$; a group that does not exist is empty. */
function expand(template: string, regex: CompiledRegex, match: RegexMatch): string {
  return template.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, bare: string | undefined, braced: string | undefined) => {
    const name = bare ?? braced;
    if (whole === '$$' || name === undefined) return '$';
    const index = /^\d+$/.test(name) ? Number(name) : regex.groupNames.indexOf(name);
    return index < 0 ? '' : (match.groups[index] ?? '');
  });
}
