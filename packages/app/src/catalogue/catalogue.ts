/** Finding checks by whatever name the user knows them under. */
import type { CatalogueEntry, Framework, FrameworkReference } from '@kumomori/model';
import { isPattern, matchesWildcard } from '@kumomori/model';
import { suggest } from '../suggest.ts';
import { controlsByCheck } from './controls.ts';

/** Scanners whose suppression comments we honor. Trivy took over the checks of tfsec: their ids are one set. */
export type OtherScanner = 'checkov' | 'trivy' | 'tfsec' | 'kics' | 'terrascan';

export interface Catalogue {
  readonly checks: readonly CatalogueEntry[];
  readonly frameworks: readonly Framework[];
  readonly byId: ReadonlyMap<string, CatalogueEntry>;
  /** The id behind an id or an earlier id. */
  readonly idOf: (name: string) => string | null;
  /** Checks by id, earlier id, id of another scanner, or wildcard over ids; empty when there is none. */
  readonly find: (name: string) => readonly CatalogueEntry[];
  /** Checks that stand for an id of one other scanner, or for a wildcard over its ids. */
  readonly findOf: (scanner: OtherScanner, id: string) => readonly CatalogueEntry[];
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
  const findOf = scannerIndex(checks);
  let controls: ReadonlyMap<string, readonly FrameworkReference[]> | null = null;
  return {
    checks,
    frameworks,
    byId,
    idOf,
    findOf,
    find(name) {
      const wanted = name.trim();
      const own = byId.get(idOf(wanted) ?? idOf(wanted.toLowerCase()) ?? '');
      if (own) return [own];
      const equivalent = foreignKeys(wanted).flatMap((key) => foreign.get(key) ?? []);
      if (equivalent.length > 0) return [...new Set(equivalent)];
      if (isPattern(wanted)) return checks.filter((entry) => matchesWildcard(wanted, entry.id));
      // The long ids of tfsec and Trivy are also written without the provider.
      return findOf('trivy', wanted);
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

/** The ids each scanner has for our checks, apart from each other: what one calls `x` is nothing to the next. */
function scannerIndex(checks: readonly CatalogueEntry[]): Catalogue['findOf'] {
  const index = new Map<string, Map<string, Set<CatalogueEntry>>>();
  for (const entry of checks) {
    for (const id of entry.check.equivalents) {
      const family = familyOf(id);
      if (family === null) continue;
      const ids = index.get(family) ?? new Map<string, Set<CatalogueEntry>>();
      index.set(family, ids);
      const key = scannerKey(id);
      ids.set(key, (ids.get(key) ?? new Set()).add(entry));
    }
  }
  return (scanner, id) => {
    const ids = index.get(scanner === 'tfsec' ? 'trivy' : scanner);
    if (!ids) return [];
    const key = scannerKey(id.trim());
    if (!isPattern(key)) return [...(ids.get(key) ?? [])];
    return [...new Set([...ids].flatMap(([each, entries]) => (matchesWildcard(key, each) ? [...entries] : [])))];
  };
}

/** Whose id an equivalent is; null for those whose scanner has no comments. */
function familyOf(equivalent: string): Exclude<OtherScanner, 'tfsec'> | null {
  if (/^(?:tfsec:|trivy:|AVD-)/i.test(equivalent)) return 'trivy';
  if (/^CKV\d*_/i.test(equivalent)) return 'checkov';
  if (/^kics:/i.test(equivalent)) return 'kics';
  return /^terrascan:/i.test(equivalent) ? 'terrascan' : null;
}

/** `tfsec:aws-s3-x`, `AWS-S3-X` and `s3-x` are one; so are `AVD-AWS-0090` and `aws-0090`, where the provider tells numbers apart. */
function scannerKey(id: string): string {
  return id
    .toUpperCase()
    .replace(/^(?:TFSEC|TRIVY|KICS|TERRASCAN):/, '')
    .replace(/^AVD-/, '')
    .replace(/^AWS-(?=[A-Z])/, '');
}
