/** Finding checks by whatever name the user knows them under. */
import type { CatalogueEntry, Framework, FrameworkReference } from '@kumomori/model';
import { isPattern, matchesWildcard } from '../glob.ts';
import { suggest } from '../suggest.ts';
import { controlsByCheck } from './controls.ts';

export interface Catalogue {
  readonly checks: readonly CatalogueEntry[];
  readonly frameworks: readonly Framework[];
  readonly byId: ReadonlyMap<string, CatalogueEntry>;
  /** The id behind an id or an earlier id. */
  readonly idOf: (name: string) => string | null;
  /** Checks by id, earlier id, id of another scanner, or wildcard over ids; empty when there is none. */
  readonly find: (name: string) => readonly CatalogueEntry[];
  readonly controlsOf: (checkId: string) => readonly FrameworkReference[];
  /** The id nearest to a misspelt one. Ids of other scanners are mostly numbers: their neighbors are no help. */
  readonly nearest: (name: string) => string | null;
}

/** Indexes the checks once; all look-ups are then constant but for wildcards and `nearest`, which are linear. */
export function openCatalogue(checks: readonly CatalogueEntry[], frameworks: readonly Framework[]): Catalogue {
  const byId = new Map(checks.map((entry) => [entry.id, entry]));
  const aliases = new Map(checks.flatMap((entry) => (entry.check.aliases ?? []).map((alias) => [alias, entry.id] as const)));
  const foreign = new Map<string, CatalogueEntry[]>();
  for (const entry of checks) {
    for (const key of new Set(entry.check.equivalents.flatMap(foreignKeys))) foreign.set(key, [...(foreign.get(key) ?? []), entry]);
  }
  const idOf = (name: string): string | null => (byId.has(name) ? name : (aliases.get(name) ?? null));
  let controls: ReadonlyMap<string, readonly FrameworkReference[]> | null = null;
  return {
    checks,
    frameworks,
    byId,
    idOf,
    find(name) {
      const wanted = name.trim();
      const own = byId.get(idOf(wanted) ?? idOf(wanted.toLowerCase()) ?? '');
      if (own) return [own];
      const equivalent = foreignKeys(wanted).flatMap((key) => foreign.get(key) ?? []);
      if (equivalent.length > 0) return [...new Set(equivalent)];
      return isPattern(wanted) ? checks.filter((entry) => matchesWildcard(wanted, entry.id)) : [];
    },
    controlsOf(checkId) {
      controls ??= controlsByCheck(frameworks, idOf);
      return controls.get(checkId) ?? [];
    },
    nearest: (name) => suggest(name, [...byId.keys(), ...aliases.keys()]),
  };
}

/** `AVD-AWS-0086`, `AWS-0086` and `trivy:avd-aws-0086` are one id; case does not matter. The first key is the most exact. */
function foreignKeys(id: string): readonly string[] {
  const exact = id.toUpperCase().replace(/^AVD-/, '');
  const bare = exact.replace(/^[A-Z]+:/, '').replace(/^AVD-/, '');
  return bare === exact ? [exact] : [exact, bare];
}
