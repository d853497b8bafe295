/** The folders of an editor: what was found in them, and what a place in a text has to say. */
import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Language } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import type { CodeAction, Hover, Position, PublishDiagnosticsParams, Range } from 'vscode-languageserver';
import type { EditorFinding } from '../../use-cases/index.ts';
import { FolderChecker, messagesIn } from '../../use-cases/index.ts';
import { findingDiagnostic, problemDiagnostic, replacement, suppression } from './protocol.ts';

export interface WorkspaceOptions {
  /** Uris of folders; others than `file:` are left out. */
  readonly folders: readonly string[];
  readonly language: Language;
  readonly now: () => Date;
  /** The text of a document that is open; null when it is not. */
  readonly textOf: (uri: string) => string | null;
}

export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #checkers = new Map<string, FolderChecker>();
  /** As the editor names the file. */
  #uris: ReadonlyMap<string, string> = new Map();
  #findings: ReadonlyMap<string, readonly EditorFinding[]> = new Map();
  /** Uris that show something. */
  #shown: ReadonlySet<string> = new Set();

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.changeFolders({ added: options.folders, removed: [] });
  }

  changeFolders({ added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] }): void {
    const { language, now } = this.#options;
    for (const folder of removed.flatMap(placeOf)) this.#checkers.delete(folder);
    for (const folder of added.flatMap(placeOf)) this.#checkers.set(folder, new FolderChecker({ folder, language, now }));
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

  /** Fixes come without their edits: those are worked out and proved when one is chosen. */
  codeActions(uri: string, range: Range): readonly CodeAction[] {
    const texts = messagesIn(this.#options.language).editor;
    return this.#at(uri, range).flatMap((finding): readonly CodeAction[] => {
      const { checkId, fix, fingerprint, block } = finding;
      const diagnostics = [findingDiagnostic(finding, (file) => this.#uriOf(file))];
      const blockUri = this.#uriOf(block.file);
      const text = this.#options.textOf(blockUri);
      const edit = text === null ? null : suppression(finding, { text, uri: blockUri, day: this.#inAQuarter() });
      return [
        ...(fix === null ? [] : [{ title: texts.fix(fix), kind: 'quickfix', diagnostics, isPreferred: true, data: { fingerprint, uri } }]),
        ...(edit ? [{ title: texts.suppress(checkId), kind: 'quickfix', diagnostics, edit }] : []),
      ];
    });
  }

  /** The action with its edit, or with the reason why there is none. */
  async resolve(action: CodeAction, open: readonly (readonly [string, string])[]): Promise<CodeAction> {
    const data: unknown = action.data;
    if (!isRecord(data) || typeof data['fingerprint'] !== 'string' || typeof data['uri'] !== 'string') return action;
    const [place = ''] = placeOf(data['uri']);
    const [, checker] = [...this.#checkers].find(([folder]) => place.startsWith(folder + sep)) ?? [];
    if (!checker) return action;
    const { files, refused } = await checker.fix(data['fingerprint'], openedOf(open).opened);
    if (files.length === 0) return { ...action, disabled: { reason: refused ?? '' } };
    return { ...action, edit: { changes: Object.fromEntries(files.map((each) => [this.#uriOf(each.path), [replacement(each)]])) } };
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
