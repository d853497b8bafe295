/** Which suppression comment, if any, speaks about a verdict; and which of them are expired, misspelt or without effect. */
import type { CatalogueEntry, Diagnostic, Range, Source, Suppression } from '@kumomori/model';
import { lineColumnAt, startLine } from '@kumomori/model';
import type { CodeFile } from '@kumomori/parsers';
import type { Catalogue } from '../catalogue/index.ts';
import type { InstanceVerdict } from '../findings/index.ts';
import type { Messages } from '../i18n/index.ts';
import type { InlineDirective } from './inline-syntax.ts';
import { mayHoldDirective, readDirectives } from './inline-syntax.ts';

interface Ignore extends InlineDirective {
  readonly source: Source;
  readonly offset: number;
  readonly line: number;
  /** The first line after the comment and those right below it that is no comment; null when code stands before the comment. */
  readonly lineBelow: number | null;
  /** Null: all checks. */
  readonly checks: ReadonlySet<string> | null;
  /** Written ids that mean no check of ours. */
  readonly unknownIds: readonly string[];
}

export interface InlineOptions {
  readonly catalogue: Catalogue;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly messages: Messages;
  /** Ids of other scanners that no check stands for and that were reported already; filled here, one set for all TARGETs of a run. */
  readonly saidForeign: Set<string>;
}

const MAX_SUGGESTIONS = 200;

/** As their makers write them. */
const names = { checkov: 'Checkov', trivy: 'Trivy', tfsec: 'tfsec', kics: 'KICS', terrascan: 'Terrascan' } as const;

export class InlineIgnores {
  readonly #byFile = new Map<string, FileIgnores>();
  #suggestionsLeft = MAX_SUGGESTIONS;
  readonly #used = new Set<Ignore>();
  readonly #options: InlineOptions;

  /** `files`: everything that was parsed. O(comments). */
  constructor(files: ReadonlyMap<string, CodeFile>, options: InlineOptions) {
    this.#options = options;
    for (const [path, file] of files) {
      const ignores = readIgnores(file, options.catalogue);
      if (ignores.length > 0) this.#byFile.set(path, indexed(ignores));
    }
  }

  get isEmpty(): boolean {
    return this.#byFile.size === 0;
  }

  /** `callers`: the module blocks through which the resource came to be. An expired comment does not suppress. */
  suppressionOf(verdict: InstanceVerdict, callers: readonly Range[]): Suppression | null {
    let found: Ignore | null = null;
    for (const ignore of this.#candidates(verdict, callers)) {
      if (ignore.checks !== null && !ignore.checks.has(verdict.entry.id)) continue;
      this.#used.add(ignore);
      if (found === null && !this.#isExpired(ignore) && ignore.invalidDate === null) found = ignore;
    }
    return found && { by: 'inline', reason: found.reason, owner: null, expires: found.until, file: found.source.path, line: found.line };
  }

  /**
   * After all verdicts: expired and misspelt comments, our own ones that suppress nothing, and ids of other scanners that no check stands
   * for. `ranChecks`: others cannot be judged. `isShown`: whether anything may be said about a file.
   */
  diagnostics(ranChecks: ReadonlySet<string>, isShown: (path: string) => boolean): readonly Diagnostic[] {
    return [...this.#byFile]
      .flatMap(([path, { all }]) => (isShown(path) ? all : []))
      .flatMap((ignore) => {
        const problem = this.#problemOf(ignore, ranChecks);
        return [...this.#unclaimedIn(ignore), ...(problem ? [problem] : [])];
      });
  }

  /** Each id once: the same comment is often in every module. */
  #unclaimedIn({ syntax, unknownIds, source, line, offset }: Ignore): readonly Diagnostic[] {
    if (syntax === 'kumomori') return [];
    const { messages, saidForeign } = this.#options;
    return unknownIds.flatMap((id): readonly Diagnostic[] => {
      const key = `${syntax} ${id.toLowerCase()}`;
      if (saidForeign.has(key)) return [];
      saidForeign.add(key);
      const place = { file: source.path, line, column: lineColumnAt(source, offset).column };
      return [{ severity: 'info', ...place, code: 'ignore-unclaimed', message: messages.suppression.ignoreUnclaimed(names[syntax], id) }];
    });
  }

  #problemOf(ignore: Ignore, ranChecks: ReadonlySet<string>): Diagnostic | null {
    const texts = this.#options.messages.suppression;
    const ids = ignore.ids.join(', ');
    const place = { file: ignore.source.path, line: ignore.line, column: lineColumnAt(ignore.source, ignore.offset).column };
    if (ignore.invalidDate !== null) {
      return { severity: 'warning', ...place, code: 'ignore-date', message: texts.invalidDate(ignore.invalidDate) };
    }
    if (this.#used.has(ignore)) {
      if (!this.#isExpired(ignore)) return null;
      return { severity: 'warning', ...place, code: 'ignore-expired', message: texts.ignoreExpired(ids, ignore.until ?? '') };
    }
    if (ignore.syntax !== 'kumomori') return null;
    if (ignore.ids.length === 0) return { severity: 'warning', ...place, code: 'ignore-unknown', message: texts.ignoreNothing };
    const [unknown] = ignore.unknownIds;
    if (unknown !== undefined) {
      // Looking for a neighbor compares with every check: not for each of a million comments.
      const nearest = this.#suggestionsLeft-- > 0 ? this.#options.catalogue.nearest(unknown) : null;
      const message = texts.ignoreUnknown(unknown, nearest);
      return { severity: 'warning', ...place, code: 'ignore-unknown', message };
    }
    if (ignore.checks !== null && ![...ignore.checks].some((id) => ranChecks.has(id))) return null;
    return { severity: 'info', ...place, code: 'ignore-unused', message: texts.ignoreUnused(ids) };
  }

  #isExpired({ until }: Ignore): boolean {
    return until !== null && until < this.#options.today;
  }

  *#candidates({ resource, evaluation }: InstanceVerdict, callers: readonly Range[]): Iterable<Ignore> {
    for (const range of [...resource.parts, ...callers]) {
      const ignores = this.#byFile.get(range.source.path);
      if (!ignores) continue;
      yield* ignores.wholeFile;
      for (let at = firstFrom(ignores.all, range.start); (ignores.all[at]?.offset ?? Infinity) < range.end; at++) {
        const ignore = ignores.all[at];
        if (ignore?.scope === 'block') yield ignore;
      }
      for (const ignore of ignores.byLine.get(startLine(range)) ?? []) {
        if (ignore.scope === 'block' && ignore.lineBelow === startLine(range)) yield ignore;
      }
    }
    for (const { file, line } of evaluation.evidence) {
      if (file === null || line === null) continue;
      for (const ignore of this.#byFile.get(file)?.byLine.get(line) ?? []) if (ignore.scope !== 'file') yield ignore;
    }
  }
}

/** The comments of one file, so that a verdict looks only at those that may speak about it. */
interface FileIgnores {
  /** By offset. */
  readonly all: readonly Ignore[];
  readonly wholeFile: readonly Ignore[];
  /** By their own line and the line below. */
  readonly byLine: ReadonlyMap<number, readonly Ignore[]>;
}

function indexed(ignores: readonly Ignore[]): FileIgnores {
  const byLine = new Map<number, Ignore[]>();
  for (const ignore of ignores) {
    for (const line of new Set([ignore.line, ignore.lineBelow])) {
      if (line === null) continue;
      const same = byLine.get(line);
      if (same) same.push(ignore);
      else byLine.set(line, [ignore]);
    }
  }
  return {
    all: ignores.toSorted((a, b) => a.offset - b.offset),
    wholeFile: ignores.filter(({ scope }) => scope === 'file'),
    byLine,
  };
}

/** Index of the first comment at or behind an offset. O(log comments). */
function firstFrom(ignores: readonly Ignore[], offset: number): number {
  let low = 0;
  let high = ignores.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ignores[middle]?.offset ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readIgnores(file: CodeFile, catalogue: Catalogue): readonly Ignore[] {
  if (!file.comments.some((comment) => mayHoldDirective(comment.text))) return [];
  const { source } = file;
  const below = linesBelowComments(file);
  return file.comments.flatMap((comment) => {
    if (!mayHoldDirective(comment.text)) return [];
    const line = lineColumnAt(source, comment.start).line;
    return readDirectives(comment.text).map((directive): Ignore => {
      const { syntax } = directive;
      const find = (id: string): readonly CatalogueEntry[] => (syntax === 'kumomori' ? catalogue.find(id) : catalogue.findOf(syntax, id));
      const meant = directive.ids.map((id) => ({ id, entries: id === '*' ? [] : find(id) }));
      return {
        ...directive,
        source,
        offset: comment.start,
        line,
        lineBelow: below.get(line) ?? null,
        checks: directive.ids.includes('*') ? null : new Set(meant.flatMap(({ entries }) => entries.map((entry) => entry.id))),
        unknownIds: meant.filter(({ id, entries }) => id !== '*' && entries.length === 0).map(({ id }) => id),
      };
    });
  });
}

/** First line of each comment that has its lines for itself → the first line after it and the comments right below it. */
function linesBelowComments({ source, comments }: CodeFile): ReadonlyMap<number, number> {
  const below = new Map<number, number>();
  for (const comment of comments.toReversed()) {
    const { line, column } = lineColumnAt(source, comment.start);
    if (source.text.slice(comment.start - column + 1, comment.start).trim() !== '') continue;
    const next = lineColumnAt(source, Math.max(comment.start, comment.end - 1)).line + 1;
    below.set(line, below.get(next) ?? next);
  }
  return below;
}
