/** The catalogue with the checks of the user: from folders that kumomori.yaml or the command line names. */
import { dirname, resolve } from 'node:path';
import { statSync } from 'node:fs';
import type { Diagnostic, Framework } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';
import type { Catalogue } from '../catalogue/index.ts';
import { openCatalogue, productCatalogue } from '../catalogue/index.ts';
import { findConfigFile, readCheckFolders, readConfigText } from '../config/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import type { CheckFolder, OwnCheck } from '../own-checks/index.ts';
import { isFolder, liesWithin, loadOwnChecks } from '../own-checks/index.ts';
import { suggest } from '../suggest.ts';
import type { ScanOptions } from './scan-options.ts';

export type OwnChecksOptions = Pick<
  ScanOptions,
  'targets' | 'cwd' | 'language' | 'configFile' | 'checkFolders' | 'allowTypeScriptChecks' | 'catalogue'
>;

export interface OpenedOwnChecks {
  readonly catalogue: Catalogue;
  readonly own: readonly OwnCheck[];
  /** What is wrong with files of checks; nothing of it stops a run. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the folders. Throws AppError `usage` for a folder that `checkFolders` names and that is not there. Checks in TypeScript run only from folders outside of every TARGET that the command line names, itself or through
 * `--config`; others need `allowTypeScriptChecks`. A kumomori.yaml that was found may only name folders beside itself.
 */
export async function openOwnChecks(options: OwnChecksOptions): Promise<OpenedOwnChecks> {
  const base = options.catalogue ?? productCatalogue();
  const { folders, diagnostics } = await foldersOf(options);
  if (folders.length === 0) return { catalogue: base, own: [], diagnostics };
  const { language } = options;
  const loaded = await loadOwnChecks(folders, { language, isTaken: (id) => base.idOf(id) !== null });
  if (loaded.checks.length === 0) return { catalogue: base, own: [], diagnostics: [...diagnostics, ...loaded.diagnostics] };
  const referenced = withReferences(base.frameworks, loaded.checks, options);
  return {
    catalogue: openCatalogue([...base.checks, ...loaded.checks.map(({ entry }) => entry)], referenced.frameworks),
    own: loaded.checks,
    diagnostics: [...diagnostics, ...loaded.diagnostics, ...referenced.diagnostics],
  };
}

interface NamedFolders {
  readonly folders: readonly CheckFolder[];
  readonly diagnostics: readonly Diagnostic[];
}

async function foldersOf(options: OwnChecksOptions): Promise<NamedFolders> {
  const { cwd, language, configFile = null, allowTypeScriptChecks = false } = options;
  const scanned = options.targets.map((path) => folderOf(resolve(cwd, path)));
  const isScanned = (path: string): boolean => scanned.some((folder) => liesWithin(path, folder));
  const named = (options.checkFolders ?? []).map((shown): CheckFolder => {
    const folder = resolve(cwd, shown);
    if (!isFolder(folder)) throw new AppError('usage', { message: messagesIn(language).ownChecks.noFolder(shown) });
    return { folder, shown, runsTypeScript: allowTypeScriptChecks || !isScanned(folder) };
  });
  const config = configFile === null ? findConfigFile([...scanned, cwd]) : resolve(cwd, configFile);
  const text = config === null ? null : readConfigText(config, configFile !== null);
  if (config === null || text === null) return { folders: named, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const configured = (await readCheckFolders(text)).flatMap((shown): readonly CheckFolder[] => {
    const folder = resolve(dirname(config), shown);
    if (configFile === null && !liesWithin(folder, dirname(config))) {
      const message = messagesIn(language).ownChecks.outside(shown);
      diagnostics.push({ severity: 'warning', file: shown, line: null, column: null, code: 'check-folder', message });
      return [];
    }
    const isTrusted = configFile !== null && !isScanned(config) && !isScanned(folder);
    return [{ folder, shown, runsTypeScript: allowTypeScriptChecks || isTrusted }];
  });
  return { folders: [...named, ...configured], diagnostics };
}

function folderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? dirname(path) : path;
}

interface Referenced {
  readonly frameworks: readonly Framework[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The frameworks whose controls also ask for the user's checks. */
function withReferences(frameworks: readonly Framework[], checks: readonly OwnCheck[], { language }: OwnChecksOptions): Referenced {
  const added = new Map<string, Map<string, string[]>>();
  const diagnostics: Diagnostic[] = [];
  for (const { entry, frameworks: names } of checks) {
    for (const { name, source, offset } of names) {
      const [key = '', ...rest] = name.split(':');
      const control = rest.join(':');
      const framework = frameworks.find((each) => `${each.id}@${each.version}` === key);
      if (framework && Object.hasOwn(framework.controls, control)) {
        const controls = added.get(key) ?? new Map<string, string[]>();
        added.set(key, controls.set(control, [...(controls.get(control) ?? []), entry.id]));
        continue;
      }
      const known = framework
        ? Object.keys(framework.controls).map((each) => `${key}:${each}`)
        : frameworks.map((each) => `${each.id}@${each.version}`);
      const message = messagesIn(language).ownChecks.unknownControl(name, suggest(framework ? name : key, known));
      diagnostics.push(diagnosticAt(source, offset, { severity: 'warning', code: 'check-invalid', message }));
    }
  }
  const extended = frameworks.map((each): Framework => {
    const controls = added.get(`${each.id}@${each.version}`);
    if (!controls) return each;
    const more = [...controls].map(([control, ids]) => [control, [...(each.controls[control] ?? []), ...ids]] as const);
    return { ...each, controls: { ...each.controls, ...Object.fromEntries(more) } };
  });
  return { frameworks: extended, diagnostics };
}
