/**
 * A changed policy as a change of the text it is written in: JSON, HCL (jsonencode, heredoc, aws_iam_policy_document) and YAML. Only lists of actions and
 * resources are replaced and whole statements taken out; what is not written out as plain text is left to people.
 */
import type { Range } from '@kumomori/model';
import type { StatementChange, StatementJson } from './reduce.ts';

/** Replaces the characters from `start` up to `end`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Null: the policy is not written literally in one place. Edits are sorted and do not overlap. */
export function rewriteStatements(places: readonly (Range | null)[], changes: readonly StatementChange[]): readonly TextEdit[] | null {
  const ranges = places.filter((each) => each !== null);
  const [first] = ranges;
  if (!first || ranges.length !== places.length) return null;
  const { source } = first;
  if (ranges.some((each, index) => each.source !== source || (index > 0 && each.start < (ranges[index - 1]?.end ?? 0)))) return null;
  const edits: TextEdit[] = [];
  const dropped = new Set(changes.filter(({ kind }) => kind === 'drop').map(({ index }) => index));
  if (dropped.size === ranges.length) return null;
  for (const change of changes) {
    const range = ranges[change.index];
    if (!range) return null;
    if (change.kind === 'drop') continue;
    const made = editsOf(change, range);
    if (made === null) return null;
    edits.push(...made);
  }
  edits.push(...removals(ranges, dropped));
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** Up to the next one that stays, or from the one before: separators go with them. */
function removals(ranges: readonly Range[], dropped: ReadonlySet<number>): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let index = 0; index < ranges.length; index++) {
    if (!dropped.has(index)) continue;
    let last = index;
    while (dropped.has(last + 1)) last += 1;
    const [from, next, before, to] = [ranges[index], ranges[last + 1], ranges[index - 1], ranges[last]];
    if (next && from) edits.push({ start: from.start, end: next.start, text: '' });
    else if (before && to) edits.push({ start: before.end, end: to.end, text: '' });
    index = last;
  }
  return edits;
}

function editsOf(change: StatementChange, range: Range): readonly TextEdit[] | null {
  const text = range.source.text.slice(range.start, range.end);
  const style = styleOf(text);
  if (style === null) return null;
  const own = replaced(text, { style, column: columnOf(range), actions: change.actions, resources: change.resources, withoutSid: false });
  if (own === null) return null;
  const edits: TextEdit[] = own.map(({ start, end, text: to }) => ({ start: start + range.start, end: end + range.start, text: to }));
  if (change.added.length === 0) return edits;
  const copies: string[] = [];
  for (const json of change.added) {
    const [actions, resources] = [textsOf(json, 'Action'), textsOf(json, 'Resource')];
    const copy = replaced(text, { style, column: columnOf(range), actions, resources, withoutSid: true });
    if (copy === null) return null;
    copies.push(applyEdits(text, copy));
  }
  const lead = ' '.repeat(columnOf(range));
  if (style === 'yaml-block') {
    const dash = ' '.repeat(Math.max(columnOf(range) - 2, 0));
    const ends = text.endsWith('\n') ? '' : '\n';
    edits.push({ start: range.end, end: range.end, text: ends + copies.map((copy) => `${dash}- ${copy.trimEnd()}\n`).join('') });
  } else if (style === 'hcl-block')
    edits.push({ start: range.end, end: range.end, text: copies.map((copy) => `\n\n${lead}${copy}`).join('') });
  else {
    // On one line with the bracket before it, the copy follows on a line of its own just as well.
    edits.push({ start: range.end, end: range.end, text: copies.map((copy) => `,\n${lead}${copy}`).join('') });
  }
  return edits;
}

type Style = 'json' | 'hcl-object' | 'hcl-block' | 'yaml-block' | 'yaml-flow';

function styleOf(text: string): Style | null {
  if (/^statement\b/.test(text)) return 'hcl-block';
  if (text.startsWith('{')) {
    if (/^\{[\s]*"[\w]+"\s*:/.test(text)) return 'json';
    if (/^\{(?:\s|#[^\n]*\n|\/\/[^\n]*\n)*"?\w+"?\s*[=:]/.test(text))
      return /^\{[^"'=]*?\w+:\s/.test(text) && !/=/.test(text.slice(0, text.indexOf(':') + 1)) ? 'yaml-flow' : 'hcl-object';
    return null;
  }
  return /^[A-Z]\w*:(?:\s|$)/.test(text) ? 'yaml-block' : null;
}

interface Replacing {
  readonly style: Style;
  /** Spaces before the statement in its line. */
  readonly column: number;
  readonly actions: readonly string[] | null;
  readonly resources: readonly string[] | null;
  readonly withoutSid: boolean;
}

/** Edits within the statement's own text. */
function replaced(text: string, { style, column, actions, resources, withoutSid }: Replacing): readonly TextEdit[] | null {
  const names =
    style === 'hcl-block'
      ? { action: /^(?:not_)?actions$/, resource: /^resources$/ }
      : { action: /^(?:Not)?Action$/, resource: /^Resource$/ };
  const members = style === 'yaml-block' ? yamlMembers(text, column) : membersOf(text, style);
  if (members === null) return null;
  const edits: TextEdit[] = [];
  for (const [values, name] of [
    [actions, names.action],
    [resources, names.resource],
  ] as const) {
    if (values === null) continue;
    const found = members.filter((each) => name.test(each.key));
    const [member] = found;
    if (!member || found.length > 1 || !isLiteral(text.slice(member.start, member.end))) return null;
    const isNegated = /^(?:Not|not_)/.test(member.key);
    if (isNegated)
      edits.push({ start: member.keyStart, end: member.keyStart + member.key.length, text: member.key.replace(/^(?:Not|not_)/, '') });
    const made = valueText(values, { style, indent: style === 'yaml-block' ? column : column + 2, isLong: values.join().length > 70 });
    // A list of YAML begins on the next line, a text needs a blank after its colon.
    const blank = style === 'yaml-block' && !made.startsWith('\n') && text[member.start - 1] === ':' ? ' ' : '';
    edits.push({ start: member.start, end: member.end, text: blank + made });
  }
  const sid = withoutSid ? members.find(({ key }) => /^sid$/i.test(key)) : undefined;
  if (sid) edits.push({ start: sid.keyFrom, end: sid.after, text: '' });
  return edits.toSorted((a, b) => a.start - b.start);
}

interface Member {
  readonly key: string;
  readonly keyStart: number;
  /** With its quote. */
  readonly keyFrom: number;
  readonly start: number;
  readonly end: number;
  /** Where the next member begins. */
  readonly after: number;
}

/** Members of an object or block at its first level; null when brackets do not match. */
function membersOf(text: string, style: Style): readonly Member[] | null {
  const members: Member[] = [];
  let at = text.indexOf('{') + 1;
  if (at === 0) return null;
  const key = /"?([A-Za-z_]\w*)"?[ \t]*(=|:)[ \t]*/y;
  while (at < text.length) {
    at = blankEnd(text, at);
    if (text[at] === '}') return members;
    key.lastIndex = at;
    const found = key.exec(text);
    if (!found) {
      // A nested block: `condition { … }`.
      const block = /[A-Za-z_]\w*(?:[ \t]+"[^"]*")*[ \t]*\{/y;
      block.lastIndex = at;
      const opened = block.exec(text);
      if (!opened) return null;
      const end = valueEnd(text, at + opened[0].length - 1, style);
      if (end === null) return null;
      at = end;
      continue;
    }
    const start = at + found[0].length;
    const end = valueEnd(text, start, style);
    if (end === null || end === start) return null;
    const name = found[1] ?? '';
    const keyStart = text.indexOf(name, at);
    members.push({ key: name, keyStart, keyFrom: at, start, end, after: blankEnd(text, end) });
    at = end;
  }
  return null;
}

/** Blanks, commas and comments. */
function blankEnd(text: string, from: number): number {
  const blank = /(?:[\s,]|#[^\n]*|\/\/[^\n]*)+/y;
  blank.lastIndex = from;
  return from + (blank.exec(text)?.[0].length ?? 0);
}

/** End of the value that begins here: at a comma, line end or closing bracket of the level. */
function valueEnd(text: string, from: number, style: Style): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '"' || (character === "'" && style === 'yaml-flow')) {
      const end = stringEnd(text, at, character);
      if (end === null) return null;
      at = end - 1;
    } else if ('[{('.includes(character)) depth += 1;
    else if (']})'.includes(character)) {
      if (depth === 0) return trimmedEnd(text, from, at);
      depth -= 1;
      if (depth === 0 && !/\s*[.[(?]/y.test(text.slice(at + 1, at + 3))) return at + 1;
    } else if (depth === 0 && (character === ',' || (character === '\n' && style !== 'json'))) return trimmedEnd(text, from, at);
    else if (depth > 0 && style.startsWith('hcl') && (character === '#' || text.startsWith('//', at))) {
      const end = text.indexOf('\n', at);
      if (end === -1) return null;
      at = end;
    }
  }
  return null;
}

function trimmedEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length;
}

function stringEnd(text: string, from: number, quote: string): number | null {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote) return at + 1;
  }
  return null;
}

/** Members of a YAML block: keys in the first column of the block. */
function yamlMembers(text: string, column: number): readonly Member[] | null {
  const members: Member[] = [];
  let offset = 0;
  const lines = text.split('\n');
  const starts = lines.map((line) => {
    const start = offset;
    offset += line.length + 1;
    return start;
  });
  const keyAt = (index: number): RegExpExecArray | null => {
    const line = lines[index] ?? '';
    const indent = index === 0 ? '' : ' '.repeat(column);
    if (!line.startsWith(indent)) return null;
    return /^(["']?)([A-Za-z]\w*)\1:[ \t]*/.exec(line.slice(indent.length));
  };
  for (let index = 0; index < lines.length; index++) {
    const found = keyAt(index);
    if (!found) continue;
    const indent = index === 0 ? 0 : column;
    let next = index + 1;
    while (next < lines.length && keyAt(next) === null) next += 1;
    const base = starts[index] ?? 0;
    const end = (starts[next - 1] ?? 0) + (lines[next - 1] ?? '').length;
    const start = base + indent + found[0].length;
    const keyStart = base + indent + (found[1] ?? '').length;
    const after = (starts[next] ?? text.length) + (next < lines.length ? column : 0);
    members.push({
      key: found[2] ?? '',
      keyStart,
      keyFrom: base + indent,
      start,
      end: start + text.slice(start, end).trimEnd().length,
      after,
    });
    index = next - 1;
  }
  return members;
}

/** Only texts, brackets, commas and comments: nothing that is computed. */
function isLiteral(value: string): boolean {
  if (/\$\{|%\{|!\w|&|\*\w/.test(value.replaceAll(/["'][^"'\n]*["']/g, (text) => (/\$\{|%\{/.test(text) ? text : '')))) return false;
  const rest = value.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '').replaceAll(/#[^\n]*|\/\/[^\n]*/g, '');
  if (/^[\s[\],]*$/.test(rest)) return true;
  // Plain scalars of YAML.
  return /^[\s[\],]*(?:-?\s*[\w-]+:[\w*?:/.-]+[\s,\]]*|-\s*\*?[\s,\]]*)+$/.test(rest) || /^\s*(?:- *[\w:*?/.-]*\s*)+$/.test(rest);
}

function valueText(
  values: readonly string[],
  { style, indent, isLong }: { readonly style: Style; readonly indent: number; readonly isLong: boolean },
): string {
  const quoted = values.map((value) =>
    style.startsWith('yaml') ? `'${value.replaceAll("'", "''")}'` : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
  );
  const [only, another] = quoted;
  if (only !== undefined && another === undefined && style !== 'hcl-block') return only;
  if (style === 'yaml-block') return `\n${quoted.map((value) => `${' '.repeat(indent)}  - ${value}`).join('\n')}`;
  if (!isLong) return `[${quoted.join(', ')}]`;
  const lead = ' '.repeat(indent);
  return `[\n${quoted.map((value) => `${lead}  ${value},`).join('\n')}\n${lead}]`.replace(
    /,\n(\s*)\]$/,
    style === 'json' ? '\n$1]' : ',\n$1]',
  );
}

function columnOf({ source, start }: Range): number {
  const line = source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start);
  // The block of a list item of YAML begins behind its dash; an object on the line of other things follows their indentation.
  return /^[\s-]*$/.test(line) ? line.length : (/^\s*/.exec(line)?.[0].length ?? 0);
}

function textsOf(json: StatementJson, key: string): readonly string[] | null {
  const given: unknown = json[key];
  const all: readonly unknown[] = Array.isArray(given) ? given : [given];
  const texts = all.filter((each) => typeof each === 'string');
  return texts.length === 0 ? null : texts;
}

/** Edits have to be sorted and not to overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: to } of edits) {
    result += text.slice(at, start) + to;
    at = end;
  }
  return result + text.slice(at);
}
