/** What services of a compose file extend, and what of it is not there. */
import type { Diagnostic, Source, Value } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';
import type { FileTree } from '../file-tree.ts';

export interface Extension {
  readonly service: string;
  /** Null: a service of the same file. */
  readonly file: string | null;
  readonly at: Value;
}

/** `extends: base`, `extends: { service: base, file: base.yaml }`; null when nothing is extended, or what cannot be read. */
export function extensionOf(service: ReadonlyMap<string, Value>): Extension | null {
  const base = service.get('extends');
  if (base?.kind === 'string') return { service: base.value, file: null, at: base };
  if (base?.kind !== 'map') return null;
  const [name, file] = [base.entries.get('service'), base.entries.get('file')];
  if (name?.kind !== 'string' || (file && file.kind !== 'string')) return null;
  return { service: name.value, file: file?.value ?? null, at: file ?? name };
}

interface Place {
  readonly source: Source;
  readonly tree: FileTree;
}

/** Services and files that are extended but are not there, and services that extend themselves. O(services²) at worst, for chains. */
export function extensionProblems(services: ReadonlyMap<string, Value>, place: Place): readonly Diagnostic[] {
  return [...services].flatMap(([name, service]) => {
    const extension = service.kind === 'map' ? extensionOf(service.entries) : null;
    const message = extension && problemOf(name, extension, { services, ...place });
    if (!extension || message === null) return [];
    return [diagnosticAt(place.source, extension.at.range?.start ?? 0, { severity: 'warning', code: 'compose-syntax', message })];
  });
}

interface Looking extends Place {
  readonly services: ReadonlyMap<string, Value>;
}

function problemOf(name: string, { service, file }: Extension, { services, source, tree }: Looking): string | null {
  if (file !== null) {
    if (file.includes('$') || file.includes(':') || file.startsWith('/')) return null;
    const path = pathBeside(source.path, file);
    return path === null || tree.paths.includes(path) ? null : `${file} does not exist`;
  }
  if (service.includes('$')) return null;
  if (!services.has(service)) return `the service "${service}" that is extended is not in this file`;
  return extendsItself(name, services) ? `the service "${name}" extends itself` : null;
}

function extendsItself(name: string, services: ReadonlyMap<string, Value>): boolean {
  const seen = new Set<string>();
  for (let at = name; !seen.has(at);) {
    seen.add(at);
    const service = services.get(at);
    const next = service?.kind === 'map' ? extensionOf(service.entries) : null;
    if (!next || next.file !== null) return false;
    if (next.service === name) return true;
    at = next.service;
  }
  return false;
}

/** Null when the path leads out of the TARGET. */
function pathBeside(from: string, written: string): string | null {
  const parts = from.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
