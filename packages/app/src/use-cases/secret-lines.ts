/** Lines of a scanned file as people may see them: secrets hidden, whether or not a check read them. */
import { SECRET_MASK, maskSecretLine, tellsSecret } from '@kumomori/model';

/**
 * The same lines with secrets hidden: single lines by {@link maskSecretLine}, and what only the lines before can tell: defaults of variables
 * that are sensitive or named like a secret, heredocs and collections under such a name, private keys, `value` below a telling `name`.
 * `sensitive`: names of variables declared sensitive anywhere in the code, for variable files. Structure is guessed from the layout that
 * `terraform fmt` writes. O(text).
 */
export function secretLines(lines: readonly string[], sensitive: ReadonlySet<string>): readonly string[] {
  const hidden = lines.map(() => false);
  hideVariableDefaults(lines, sensitive, hidden);
  hideSpans(lines, sensitive, hidden);
  return lines.map((line, index) => (hidden[index] === true ? maskQuoted(line) : maskRemark(maskSecretLine(line))));
}

/** Comments tell secrets in sentences (`# password before the migration: …`): their words that mix letters and digits are hidden. */
function maskRemark(line: string): string {
  if (!/^\s*(?:#|\/\/|\*)/.test(line) || !/passw|secret|token|credential|api.?key/i.test(line)) return line;
  return line.replaceAll(/[^\s"'`,;()]{8,200}/g, (word) =>
    /\d/.test(word) && /[A-Za-z]/.test(word) && !/^https?:/.test(word) ? SECRET_MASK : word,
  );
}

/** Names of the variables that a text declares as sensitive. */
export function sensitiveVariables(text: string): readonly string[] {
  return text.includes('sensitive') ? variableBlocks(text.split('\n')).flatMap(({ name, isSensitive }) => (isSensitive ? [name] : [])) : [];
}

interface VariableBlock {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly isSensitive: boolean;
}

const VARIABLE = /^\s*variable\s+"?([\w-]+)"?\s*\{/;

function variableBlocks(lines: readonly string[]): readonly VariableBlock[] {
  const blocks: VariableBlock[] = [];
  for (let first = 0; first < lines.length; first++) {
    const name = VARIABLE.exec(lines[first] ?? '')?.[1];
    if (name === undefined) continue;
    let last = first;
    let isSensitive = false;
    for (; last < lines.length; last++) {
      const line = lines[last] ?? '';
      isSensitive ||= /\b(?:sensitive|ephemeral)\s*=\s*true/.test(line);
      if (line.startsWith('}') || (last > first && VARIABLE.test(line)) || (last === first && /\}\s*$/.test(line))) break;
    }
    blocks.push({ name, first, last, isSensitive });
    first = Math.max(first, last - (VARIABLE.test(lines[last] ?? '') && last > first ? 1 : 0));
  }
  return blocks;
}

/** From `default` to the next argument of the block. */
function hideVariableDefaults(lines: readonly string[], sensitive: ReadonlySet<string>, hidden: boolean[]): void {
  for (const { name, first, last, isSensitive } of variableBlocks(lines)) {
    if (!isSensitive && !sensitive.has(name) && !tellsSecret(name)) continue;
    let inDefault = false;
    for (let at = first; at <= last; at++) {
      const line = lines[at] ?? '';
      if (/\bdefault\s*=/.test(line)) inDefault = true;
      else if (/^\s*(?:type|description|sensitive|ephemeral|nullable|validation|deprecated)\b/.test(line)) inDefault = false;
      if (inDefault && !line.startsWith('}')) hidden[at] = true;
    }
  }
}

const HEREDOC = /<<[-~]?([A-Za-z_]\w*)\s*$/;
const KEY = /^\s*["']?([A-Za-z_][\w.-]*)["']?\s*[=:]\s*(.*)$/;

/** What goes on over several lines. */
function hideSpans(lines: readonly string[], sensitive: ReadonlySet<string>, hidden: boolean[]): void {
  let until: ((line: string) => boolean) | null = null;
  let secretName = false;
  for (const [index, line] of lines.entries()) {
    if (until) {
      const ends = until(line);
      hidden[index] = !ends || /["']/.test(line);
      if (ends) until = null;
      continue;
    }
    if (/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/.test(line)) {
      if (!line.includes('-----END')) until = (next) => next.includes('-----END');
      hidden[index] = true;
      continue;
    }
    const [, key = '', value = ''] = KEY.exec(line) ?? [];
    const isSecret = key !== '' && (tellsSecret(key) || sensitive.has(key));
    if (sensitive.has(key) || (secretName && key === 'value')) hidden[index] = true;
    secretName = key === 'name' ? tellsSecret(/["']([^"']*)["']/.exec(value)?.[1] ?? '') : secretName && !/[{}]/.test(line);
    if (!isSecret) continue;
    const heredoc = HEREDOC.exec(line)?.[1];
    if (heredoc !== undefined) until = (next) => next.trim() === heredoc;
    else if (/^[[{]/.test(value) || /\(\s*[[{]?\s*$/.test(value)) {
      let depth = nesting(value);
      if (depth > 0) until = (next) => (depth += nesting(next)) <= 0;
      hidden[index] = /"/.test(value);
    }
  }
}

function nesting(text: string): number {
  const bare = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
  return (bare.match(/[[{(]/g)?.length ?? 0) - (bare.match(/[\]})]/g)?.length ?? 0);
}

const REFERENCE = /^\s*[\w.-]+\s*=\s*[a-z_]\w*(?:\.\w+)+\s*,?\s*$/;

/** The line without what stands in quotes; without quotes, without everything but its key. References and brackets stay. */
export function maskQuoted(line: string): string {
  const quoted = line.replaceAll(/"(?:[^"\\]|\\.)*"?/g, `"${SECRET_MASK}"`);
  if (quoted !== line) return maskComment(quoted);
  if (/^\s*(?:[\])}]|$)/.test(line) || /[[({]\s*$/.test(line) || HEREDOC.test(line) || REFERENCE.test(line)) return line;
  return line.replace(/^(\s*(?:[\w.-]+\s*=\s*)?)\S.*$/, `$1${SECRET_MASK}`);
}

function maskComment(line: string): string {
  const comment = /\s(?:#|\/\/)/.exec(line);
  return comment ? `${line.slice(0, comment.index + comment[0].length)} ${SECRET_MASK}` : line;
}
