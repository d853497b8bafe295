/** The folders of an editor: what was found in them, and what a place in a text has to say. */
import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Language } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import type { CodeAction, Hover, Position, PublishDiagnosticsParams, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { EditorFinding, Messages } from '../../use-cases/index.ts';
import { FolderChecker, messagesIn } from '../../use-cases/index.ts';
import { findingDiagnostic, problemDiagnostic, replacement, suppression } from './protocol.ts';

/** The client's own command: it asks for a reason and a day, then for `kumomori.suppress`. */
const ASK_REASON = 'kumomori.askReason';
export const FIX_ALL = 'source.fixAll.kumomori';

export interface WorkspaceOptions {
  /** Uris of folders; others than `file:` are left out. */
  readonly folders: readonly string[];
  readonly language: Language;
  readonly now: () => Date;
  /** The text of a document that is open; null when it is not. */
  readonly textOf: (uri: string) => string | null;
  /** The client has `kumomori.askReason`. */
  readonly asksReason: boolean;
}

export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #checkers = new Map<string, FolderChecker>();
  /** As the editor names the file. */
  #uris: ReadonlyMap<string, string> = new Map();
  #findings: ReadonlyMap<string, readonly EditorFinding[]> = new Map();
  /** Uris that show something. */
  #shown: ReadonlySet<string> = new Set();

  #language: Language;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#language = options.language;
    this.changeFolders({ added: options.folders, removed: [] });
  }

  changeFolders({ added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] }): void {
    const { now } = this.#options;
    const language = this.#language;
    for (const folder of removed.flatMap(placeOf)) this.#checkers.delete(folder);
    for (const folder of added.flatMap(placeOf)) this.#checkers.set(folder, new FolderChecker({ folder, language, now }));
  }

  get texts(): Messages['editor'] {
    return messagesIn(this.#language).editor;
  }

  /** From the next check on. */
  speak(language: Language): void {
    this.#language = language;
    for (const folder of this.#checkers.keys()) this.#checkers.set(folder, new FolderChecker({ folder, language, now: this.#options.now }));
  }

  /** Checks everything anew: what every file shows now, also those that show nothing any more. `open`: uris with their texts. */
  async check(open: readonly (readonly [string, string])[]): Promise<readonly PublishDiagnosticsParams[]> {
    const { opened, uris } = openedOf(open);
    this.#uris = uris;
    const diagnostics = new Map<string, PublishDiagnosticsParams['diagnostics']>();
    const found = new Map<string, EditorFinding[]>();
    for (const checker of this.#checkers.values()) {
      const { findings, problems } = await checker.check(opened);
      for (const finding of findings) {
        const uri = this.#uriOf(finding.file);
        listAt(found, uri).push(finding);
        listAt(diagnostics, uri).push(findingDiagnostic(finding, (file) => this.#uriOf(file)));
      }
      for (const problem of problems)
        if (problem.line !== null) listAt(diagnostics, this.#uriOf(problem.file)).push(problemDiagnostic(problem));
    }
    const silent = [...this.#shown].filter((uri) => !diagnostics.has(uri));
    this.#shown = new Set(diagnostics.keys());
    this.#findings = found;
    return [...silent.map((uri) => ({ uri, diagnostics: [] })), ...[...diagnostics].map(([uri, own]) => ({ uri, diagnostics: own }))];
  }

  hover(uri: string, position: Position): Hover | null {
    const here = this.#at(uri, { start: position, end: position });
    if (here.length === 0) return null;
    return { contents: { kind: 'markdown', value: here.map(({ hover }) => hover).join('\n\n---\n\n') } };
  }

  /** Fixes come without their edits: those are worked out and proved when one is chosen. `only`: kinds the editor wants; all without. */
  codeActions(uri: string, range: Range, only: readonly string[] = []): readonly CodeAction[] {
    const quick = wants(only, 'quickfix') ? this.#at(uri, range).flatMap((finding) => this.#actionsOf(finding, uri)) : [];
    return [...quick, ...this.#fixAll(uri, only)];
  }

  #actionsOf(finding: EditorFinding, uri: string): readonly CodeAction[] {
    const { texts } = this;
    const { checkId, fix, fingerprint, block } = finding;
    const diagnostics = [findingDiagnostic(finding, (file) => this.#uriOf(file))];
    const fixed = { kind: 'quickfix', diagnostics, isPreferred: true, data: { fingerprints: [fingerprint], uri } };
    const edit = this.#suppression(finding, { day: this.#inAQuarter(), reason: 'TODO' });
    const asked = { uri: this.#uriOf(block.file), fingerprint, checkId, until: this.#inAQuarter() };
    const title = texts.suppressWith(checkId);
    return [
      ...(fix === null ? [] : [{ ...fixed, title: texts.fix(fix) }]),
      ...(edit && this.#options.asksReason
        ? [{ title, kind: 'quickfix', diagnostics, command: { title, command: ASK_REASON, arguments: [asked] } }]
        : edit
          ? [{ title: texts.suppress(checkId), kind: 'quickfix', diagnostics, edit }]
          : []),
    ];
  }

  /** On saving only what needs no preparation; by hand all that can be fixed. */
  #fixAll(uri: string, only: readonly string[]): readonly CodeAction[] {
    const { texts } = this;
    const fixable = (this.#findings.get(uri) ?? []).filter(({ fix }) => fix !== null);
    const safe = fixable.filter(({ hasCaution }) => !hasCaution);
    const action = (title: string, kind: string, findings: readonly EditorFinding[]): CodeAction => {
      return { title, kind, data: { fingerprints: findings.map(({ fingerprint }) => fingerprint), uri } };
    };
    return [
      ...(fixable.length > 1 && wants(only, 'quickfix') ? [action(texts.fixAll(fixable.length), 'quickfix', fixable)] : []),
      ...(safe.length > 0 && wants(only, FIX_ALL) ? [action(texts.fixAllSafe(safe.length), FIX_ALL, safe)] : []),
    ];
  }

  /** The action with its edit, or with the reason why there is none. */
  async resolve(action: CodeAction, open: readonly (readonly [string, string])[]): Promise<CodeAction> {
    const data: unknown = action.data;
    if (!isRecord(data) || !isTexts(data['fingerprints']) || typeof data['uri'] !== 'string') return action;
    const [place = ''] = placeOf(data['uri']);
    // Of folders in folders the innermost.
    const [, checker] = [...this.#checkers]
      .filter(([folder]) => place.startsWith(folder + sep))
      .reduce<readonly [string, FolderChecker | null]>((best, each) => (each[0].length > best[0].length ? each : best), ['', null]);
    if (!checker) return action;
    const { files, refused } = await checker.fix(data['fingerprints'], openedOf(open).opened);
    if (files.length === 0) return { ...action, disabled: { reason: refused ?? '' } };
    return { ...action, edit: { changes: Object.fromEntries(files.map((each) => [this.#uriOf(each.path), [replacement(each)]])) } };
  }

  /** The comment that suppresses a finding for a reason until a day; null when it is gone, or one of both is missing. */
  suppress(asked: unknown): WorkspaceEdit | null {
    if (!isRecord(asked)) return null;
    const { fingerprint, reason, until } = asked;
    if (typeof reason !== 'string' || reason.trim() === '' || typeof until !== 'string' || !isDay(until)) return null;
    const finding = [...this.#findings.values()].flat().find((each) => each.fingerprint === fingerprint);
    return finding ? this.#suppression(finding, { day: until, reason }) : null;
  }

  #suppression(finding: EditorFinding, why: { readonly day: string; readonly reason: string }): WorkspaceEdit | null {
    const uri = this.#uriOf(finding.block.file);
    const text = this.#options.textOf(uri);
    return text === null ? null : suppression(finding, { text, uri, ...why });
  }

  /** Whoever points at a line means what stands in it. */
  #at(uri: string, { start, end }: Range): readonly EditorFinding[] {
    return (this.#findings.get(uri) ?? []).filter(({ range }) => range.startLine <= end.line && start.line <= range.endLine);
  }

  /** An exception without an end is none. */
  #inAQuarter(): string {
    const day = this.#options.now();
    day.setUTCMonth(day.getUTCMonth() + 3);
    return day.toISOString().slice(0, 10);
  }

  #uriOf(file: string): string {
    return this.#uris.get(file) ?? pathToFileURL(file).href;
  }
}

/** Texts and uris of what is open, by real path. */
function openedOf(open: readonly (readonly [string, string])[]): {
  readonly opened: ReadonlyMap<string, string>;
  readonly uris: ReadonlyMap<string, string>;
} {
  const placed = open.flatMap(([uri, text]) => placeOf(uri).map((place) => ({ uri, place, text })));
  return {
    opened: new Map(placed.map(({ place, text }) => [place, text])),
    uris: new Map(placed.map(({ place, uri }) => [place, uri])),
  };
}

function listAt<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** The file a uri names, by its real path, as scans name it; none for documents without a file. */
function placeOf(uri: string): readonly string[] {
  if (!uri.startsWith('file:')) return [];
  try {
    const place = fileURLToPath(uri);
    try {
      return [realpathSync(place)];
    } catch {
      return [resolve(place)];
    }
  } catch {
    return [];
  }
}

/** `source` wants all below it: `source.fixAll.kumomori`. */
function wants(only: readonly string[], kind: string): boolean {
  return only.length === 0 ? kind === 'quickfix' : only.some((each) => kind === each || kind.startsWith(`${each}.`));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
