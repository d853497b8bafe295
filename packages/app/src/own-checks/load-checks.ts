/** Folders of users' checks → entries of the catalogue. One bad file costs its own checks and is said. */
import type { CatalogueEntry, Diagnostic, Language, ResourceShapeIndex, Source } from '@kumomori/model';
import { openResourceShapes } from '@kumomori/model';
import { loadResourceShapes } from '@kumomori/content';
import { readCheckFile } from '@kumomori/parsers';
import { messagesIn } from '../i18n/index.ts';
import type { CheckFile } from './check-files.ts';
import { findCheckFiles, readCheckText } from './check-files.ts';
import { compileCheck } from './compile-check.ts';
import { loadTypeScriptCheck } from './typescript-checks.ts';

export interface CheckFolder {
  /** Absolute. */
  readonly folder: string;
  /** As shown to people. */
  readonly shown: string;
  /** Its TypeScript may run: the one who runs the program asked for it. */
  readonly runsTypeScript: boolean;
}

export interface LoadOptions {
  readonly language: Language;
  /** Ids that are taken, with earlier ones. */
  readonly isTaken: (id: string) => boolean;
}

/** A check with the file it is from. */
export interface OwnCheck {
  readonly entry: CatalogueEntry;
  /** As shown to people. */
  readonly file: string;
  /** `cis-aws@5.0:2.1.1` as written, with the place. */
  readonly frameworks: readonly { readonly name: string; readonly source: Source; readonly offset: number }[];
}

export interface OwnChecks {
  readonly checks: readonly OwnCheck[];
  readonly diagnostics: readonly Diagnostic[];
}

let shapes: ResourceShapeIndex | null = null;

/** The shapes of all resource types; unpacked once. */
export async function resourceShapeIndex(): Promise<ResourceShapeIndex> {
  if (shapes) return shapes;
  const data: Parameters<typeof openResourceShapes>[0] = JSON.parse(await loadResourceShapes());
  shapes = openResourceShapes(data);
  return shapes;
}

/** Never throws: folders and files that cannot be read are diagnostics, too. */
export async function loadOwnChecks(folders: readonly CheckFolder[], options: LoadOptions): Promise<OwnChecks> {
  const checks: OwnCheck[] = [];
  const diagnostics: Diagnostic[] = [];
  const texts = messagesIn(options.language).ownChecks;
  const seen = new Set<string>();
  for (const { folder, shown, runsTypeScript } of folders) {
    const files = findCheckFiles(folder, shown);
    if (files === null) diagnostics.push(about(shown, 'check-folder', texts.noFolder(shown)));
    if (files?.length === 0) diagnostics.push({ ...about(shown, 'check-folder', texts.cli.none(shown)), severity: 'warning' });
    for (const file of files ?? []) {
      if (seen.has(file.file)) continue;
      seen.add(file.file);
      if (file.kind === 'typescript' && !runsTypeScript) {
        diagnostics.push({ ...about(file.path, 'check-not-run', texts.notRun), severity: 'warning' });
        continue;
      }
      const loaded = file.kind === 'yaml' ? await loadYaml(file, options.language) : await loadTypeScriptCheck(file, options.language);
      diagnostics.push(...loaded.diagnostics);
      for (const check of loaded.checks) {
        const { id } = check.entry;
        if (options.isTaken(id) || checks.some(({ entry }) => entry.id === id))
          diagnostics.push(about(file.path, 'check-invalid', texts.taken(id)));
        else checks.push(check);
      }
    }
  }
  return { checks, diagnostics };
}

async function loadYaml(file: CheckFile, language: Language): Promise<OwnChecks> {
  const messages = messagesIn(language);
  const text = readCheckText(file.file);
  if (text === null) return { checks: [], diagnostics: [about(file.path, 'unreadable', messages.ownChecks.unreadable)] };
  const source: Source = { path: file.path, text };
  const written = readCheckFile(source, language);
  const context = { source, language, messages, shapes: await resourceShapeIndex() };
  const checks: OwnCheck[] = [];
  const diagnostics = [...written.diagnostics];
  for (const each of written.checks) {
    const compiled = compileCheck(each, context);
    diagnostics.push(...compiled.diagnostics);
    const frameworks = each.frameworks.map(({ name, range }) => ({ name, source, offset: range?.start ?? 0 }));
    if (compiled.entry) checks.push({ entry: compiled.entry, file: file.path, frameworks });
  }
  return { checks, diagnostics };
}

function about(file: string, code: string, message: string): Diagnostic {
  return { severity: 'error', file, line: null, column: null, code, message };
}
