/** Where the code of a called module is: a folder on this disk, or nowhere we may look. */
import type { Range, UnknownValue, Value } from '@kumomori/model';
import { unknownValue } from '@kumomori/model';
import type { Declaration } from './declarations.ts';
import type { ModuleSource } from './loader.ts';
import { isOutside, joinPath, resolvePath } from './paths.ts';

export interface CallSite {
  /** Folder of the calling module. */
  readonly dir: string;
  readonly rootDir: string;
  /** Names of the calls from the root module down to this one, as `modules.json` joins them with dots. */
  readonly path: readonly string[];
  readonly name: string;
  readonly range: Range;
}

export type ModuleLocation = { readonly dir: string } | { readonly problem: UnknownValue };

export function isLocalSource(source: string): boolean {
  return (
    source.startsWith('./') ||
    source.startsWith('../') ||
    source === '.' ||
    source === '..' ||
    source.startsWith('.\\') ||
    source.startsWith('..\\')
  );
}

/** The folder a written `source` leads to from `dir`; null for anything that is not a local path. */
export function localSourceDir(declaration: Declaration, dir: string): string | null {
  const source = declaration.body.attributes.get('source')?.attribute.value;
  if (source?.kind !== 'literal' || typeof source.value !== 'string' || !isLocalSource(source.value)) return null;
  return resolvePath(dir, source.value);
}

/** Local paths first, then what `terraform init` has put under `.terraform/modules`. Never the network. */
export function locateModule(source: Value | null, site: CallSite, loader: ModuleSource): ModuleLocation {
  const problem = (code: 'remote-module' | 'outside-root' | 'unresolved-reference', detail: string): ModuleLocation => ({
    problem: unknownValue(code, detail, site.range),
  });
  if (source?.kind === 'string' && isLocalSource(source.value)) {
    const dir = resolvePath(site.dir, source.value);
    if (loader.hasFolder(dir)) return { dir };
    return isOutside(dir)
      ? problem('outside-root', `module "${site.name}" lies outside of the scanned folder (${source.value})`)
      : problem('unresolved-reference', `module "${site.name}": there are no Terraform files in ${source.value}`);
  }
  const installed = installedModules(site.rootDir, loader).get([...site.path, site.name].join('.'));
  const dir = installed === undefined ? null : resolvePath(site.rootDir, installed);
  if (dir !== null && loader.hasFolder(dir)) return { dir };
  const shown = source?.kind === 'string' ? `"${source.value}"` : 'a source that is not known';
  return problem('remote-module', `module "${site.name}" comes from ${shown}, which is not on this disk`);
}

const manifests = new WeakMap<ModuleSource, Map<string, ReadonlyMap<string, string>>>();

/** `.terraform/modules/modules.json` of a root module: call path → folder relative to the root module. Empty when absent or broken. */
function installedModules(rootDir: string, loader: ModuleSource): ReadonlyMap<string, string> {
  let known = manifests.get(loader);
  if (known === undefined) manifests.set(loader, (known = new Map()));
  const cached = known.get(rootDir);
  if (cached) return cached;
  const file = loader.readText(joinPath(rootDir, '.terraform/modules/modules.json'));
  const manifest = file.kind === 'text' ? readManifest(file.text) : new Map<string, string>();
  known.set(rootDir, manifest);
  return manifest;
}

function readManifest(text: string): ReadonlyMap<string, string> {
  const manifest = new Map<string, string>();
  for (const entry of manifestEntries(text)) {
    if (typeof entry !== 'object' || entry === null || !('Key' in entry) || !('Dir' in entry)) continue;
    if (typeof entry.Key === 'string' && typeof entry.Dir === 'string') manifest.set(entry.Key, entry.Dir);
  }
  return manifest;
}

function manifestEntries(text: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && 'Modules' in parsed && Array.isArray(parsed.Modules)) return parsed.Modules;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return [];
}
