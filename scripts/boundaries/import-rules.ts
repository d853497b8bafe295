/** Rules about who imports whom. */
import { posix } from 'node:path';
import type { Import, Module, Violation } from './modules.ts';
import { violation } from './modules.ts';
import { appLayers, onlyThese, packages } from './table.ts';

/**
 * Another package only by its name, and only where the table allows it; pure packages take nothing from Node, and from the registry only what
 * the table lists.
 */
export function packageBoundary(module: Module): readonly Violation[] {
  const rule = module.package === null ? undefined : packages[module.package];
  if (!rule) return [violation(module, 0, 'package-boundary', `packages/${module.package} is not in the table`)];
  const forbidden = (each: Import): string | null => {
    if (each.target !== null) return each.target.startsWith(`packages/${module.package}/`) ? null : 'is a path into another package';
    if (each.specifier.startsWith('@kumomori/'))
      return rule.mayImport.includes(each.specifier) ? null : `is not for packages/${module.package}`;
    if (!rule.pure || rule.libraries?.includes(each.specifier) || (module.isTest && /^node:|^fast-check$/.test(each.specifier)))
      return null;
    return 'is not for a pure package';
  };
  return module.imports.flatMap((each) => {
    const why = forbidden(each);
    return why === null ? [] : [violation(module, each.offset, 'package-boundary', `${each.specifier} ${why}`)];
  });
}

/** Inside app: outer layers import inner ones, never the other way; `cli` and `server` import only use-cases. */
export function appLayer(module: Module): readonly Violation[] {
  const from = appFolder(module.path);
  if (from === null || module.isTest) return [];
  return module.imports.flatMap((each) => {
    const to = each.target === null ? null : appFolder(each.target);
    if (to === null || to === from) return [];
    const inward = layerOf(to) > layerOf(from) && (onlyThese[from]?.includes(to) ?? true);
    return inward ? [] : [violation(module, each.offset, 'app-layer', `${from} may not import ${to}`)];
  });
}

function appFolder(path: string): string | null {
  return /^packages\/app\/src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function layerOf(folder: string): number {
  const layer = appLayers.findIndex((folders) => folders.includes(folder));
  return layer === -1 ? appLayers.length : layer;
}

/**
 * From another folder only its index.ts. A folder's own files may import the files of the folders around it. Among the resource types of one
 * cloud every file may be imported: their folders are one file a role, and shapes refer to each other. The console loads its pages one by one.
 */
export function folderIndex(module: Module): readonly Violation[] {
  if (module.isTest || isGenerated(module.path) || module.path.startsWith('packages/web/')) return [];
  return module.imports.flatMap((each) => {
    if (each.target === null || isGenerated(each.target) || posix.basename(each.target) === 'index.ts') return [];
    const folder = posix.dirname(each.target);
    const around = `${posix.dirname(module.path)}/`.startsWith(`${folder}/`);
    if (around || isSameCloud(module.path, folder) || isCheckFolder(folder)) return [];
    return [violation(module, each.offset, 'folder-index', `import ${folder}/index.ts instead of ${each.specifier}`)];
  });
}

function isGenerated(path: string): boolean {
  return path.endsWith('.generated.ts');
}

function isSameCloud(path: string, folder: string): boolean {
  const cloud = /^packages\/model\/src\/(?:aws|azure|gcp|kubernetes|docker|repository)\//.exec(path)?.[0];
  return cloud !== undefined && `${folder}/`.startsWith(cloud);
}

function isCheckFolder(folder: string): boolean {
  return folder.startsWith('packages/content/checks/');
}

/** A check stands alone: it imports the model and at most its own `<name>.examples.ts`. */
export function checkAlone(module: Module): readonly Violation[] {
  if (!module.path.startsWith('packages/content/checks/')) return [];
  const own = module.path.replace(/\.ts$/, '.examples.ts');
  return module.imports.flatMap((each) =>
    each.specifier === '@kumomori/model' || each.target === own
      ? []
      : [violation(module, each.offset, 'check-alone', `${each.specifier}: a check imports only @kumomori/model and its own examples`)],
  );
}

/** Circles of imports that exist at run time; importing a type closes no circle. One violation for each circle, at its first file by name. */
export function cycles(modules: readonly Module[]): readonly Violation[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const found: Violation[] = [];
  const visit = (module: Module, trail: readonly string[]): void => {
    const at = trail.indexOf(module.path);
    if (at !== -1) {
      const circle = [...trail.slice(at), module.path].map((path) => path.replace('packages/', ''));
      found.push(violation(module, 0, 'cycle', circle.join(' → ')));
      return;
    }
    if (done.has(module.path)) return;
    for (const each of module.imports) {
      const next = each.target === null || each.typeOnly ? undefined : byPath.get(each.target);
      if (next) visit(next, [...trail, module.path]);
    }
    done.add(module.path);
  };
  for (const module of modules) visit(module, []);
  return found;
}
