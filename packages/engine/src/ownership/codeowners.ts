/**
 * Reads CODEOWNERS of GitHub and GitLab. Sources: docs.github.com "About code owners" (syntax, exceptions, 3 MB) and docs.gitlab.com "Syntax of
 * CODEOWNERS file", "Advanced CODEOWNERS configuration", read 2026-11-22.
 */

export type CodeOwnersDialect = 'github' | 'gitlab';

export interface CodeOwnersEntry {
  /** As written, escapes resolved. */
  readonly pattern: string;
  /** `@name`, `@org/team`, `@@role`, mail addresses; defaults of the section included. Empty: owned by nobody. */
  readonly owners: readonly string[];
  readonly line: number;
  /** GitLab's `!`: nobody of this section owns it, whatever other lines say. */
  readonly isExclusion: boolean;
}

export interface CodeOwnersSection {
  /** Null before the first heading, and always in GitHub's. */
  readonly name: string | null;
  readonly isOptional: boolean;
  readonly entries: readonly CodeOwnersEntry[];
}

export interface CodeOwnersProblem {
  readonly line: number;
  readonly code: 'too-large' | 'pattern-unsupported' | 'owner-malformed' | 'section-malformed';
}

export interface CodeOwners {
  readonly dialect: CodeOwnersDialect;
  readonly sections: readonly CodeOwnersSection[];
  /** Lines that were left out. */
  readonly problems: readonly CodeOwnersProblem[];
}

/** GitHub loads no larger ones; in UTF-16 code units here. */
const MAX_LENGTH = 3_000_000;
const HEADING = /^(\^?)\[([^\]]*)\](?:\[\d+\])?(\s.*)?$/;

/** GitLab's when it lies in `.gitlab`, or has a section heading and does not lie in `.github`. */
export function codeOwnersDialect(path: string, text: string): CodeOwnersDialect {
  if (/(?:^|\/)\.gitlab\//.test(path)) return 'gitlab';
  if (/(?:^|\/)\.github\//.test(path)) return 'github';
  return text.split('\n').some((line) => /^\^?\[[^\]]+\]/.test(line.trim())) ? 'gitlab' : 'github';
}

/** Never throws; what cannot be read is left out and listed as a problem. O(text). */
export function parseCodeOwners(text: string, dialect: CodeOwnersDialect): CodeOwners {
  if (text.length > MAX_LENGTH) return { dialect, sections: [], problems: [{ line: 1, code: 'too-large' }] };
  const reader = new Reader(dialect);
  for (const [index, line] of text.split(/\r?\n/).entries()) reader.read(line.trim(), index + 1);
  return { dialect, sections: reader.sections, problems: reader.problems };
}

interface OpenSection {
  readonly name: string | null;
  readonly isOptional: boolean;
  readonly entries: CodeOwnersEntry[];
  defaults: readonly string[];
}

class Reader {
  readonly problems: CodeOwnersProblem[] = [];
  readonly #dialect: CodeOwnersDialect;
  readonly #byName = new Map<string, OpenSection>();
  #current: OpenSection;

  constructor(dialect: CodeOwnersDialect) {
    this.#dialect = dialect;
    this.#current = this.#open(null, false);
  }

  get sections(): readonly CodeOwnersSection[] {
    return [...this.#byName.values()]
      .filter(({ entries }) => entries.length > 0)
      .map(({ name, isOptional, entries }) => ({ name, isOptional, entries }));
  }

  read(line: string, number: number): void {
    if (line === '' || line.startsWith('#')) return;
    if (this.#dialect === 'gitlab' && /^\^?\[/.test(line)) this.#readHeading(line, number);
    else this.#readEntry(line, number);
  }

  #readHeading(line: string, number: number): void {
    const [, optional, name = '', owners = ''] = HEADING.exec(line) ?? [];
    if (name.trim() === '') {
      this.problems.push({ line: number, code: 'section-malformed' });
      return;
    }
    this.#current = this.#open(name.trim(), optional === '^');
    const defaults = this.#owners(owners, number);
    if (defaults !== null && defaults.length > 0) this.#current.defaults = defaults;
  }

  /** Sections of one name, in whatever letter case, are one. */
  #open(name: string | null, isOptional: boolean): OpenSection {
    const key = name?.toLowerCase() ?? '';
    const known = this.#byName.get(key);
    if (known) return known;
    const section: OpenSection = { name, isOptional, entries: [], defaults: [] };
    this.#byName.set(key, section);
    return section;
  }

  #readEntry(line: string, number: number): void {
    const isExclusion = this.#dialect === 'gitlab' && line.startsWith('!');
    const [written, rest] = splitPattern(isExclusion ? line.slice(1) : line);
    const pattern = patternOf(written, this.#dialect);
    if (pattern === null) {
      this.problems.push({ line: number, code: 'pattern-unsupported' });
      return;
    }
    const own = this.#owners(rest, number);
    if (own === null) return;
    const owners = own.length > 0 ? own : this.#current.defaults;
    this.#current.entries.push({ pattern, owners: isExclusion ? [] : owners, line: number, isExclusion });
  }

  /** Null when GitHub would skip the line. GitLab takes every name it finds, in comments too. */
  #owners(text: string, line: number): readonly string[] | null {
    const isGitHub = this.#dialect === 'github';
    const words = text.split(/\s+/).filter((word) => word !== '');
    const comment = isGitHub ? words.findIndex((word) => word.startsWith('#')) : -1;
    const named = comment === -1 ? words : words.slice(0, comment);
    const owners = named.filter(isOwner);
    if (owners.length === named.length) return owners;
    if (isGitHub) this.problems.push({ line, code: 'owner-malformed' });
    return isGitHub ? null : owners;
  }
}

function isOwner(word: string): boolean {
  return /^@{1,2}[\w][\w./-]*$/.test(word) || /^[^@\s]+@[^@\s]+$/.test(word);
}

/** Up to the first space without a backslash. */
function splitPattern(line: string): readonly [pattern: string, rest: string] {
  let end = 0;
  while (end < line.length && !/\s/.test(line[end] ?? '')) end += line[end] === '\\' ? 2 : 1;
  return [line.slice(0, end), line.slice(end)];
}

/** Null for what the platform, or we, cannot match: GitHub has no negation, ranges or escaped `#`; ranges of GitLab are left out here. */
function patternOf(written: string, dialect: CodeOwnersDialect): string | null {
  if (/[[\]]/.test(written)) return null;
  if (dialect === 'github' && (written.startsWith('!') || written.startsWith('\\#'))) return null;
  return written.replaceAll(/\\(.)/g, '$1') || null;
}
