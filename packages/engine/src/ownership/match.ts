/** Selection of resources by what they are, where they stand and how they are tagged. */
import { matchesWildcard } from '@kumomori/model';
import type { OwnedResource, ResourceMatch } from './types.ts';

/** Tag values of a key in any letter case, in the order of the keys. */
export function tagValues(tags: Readonly<Record<string, string>>, key: string): readonly string[] {
  const wanted = key.toLowerCase();
  return Object.keys(tags)
    .filter((name) => name.toLowerCase() === wanted)
    .sort()
    .map((name) => tags[name] ?? '');
}

/** True when all that the match names fits; false when it names nothing. O(patterns · text). */
export function matchesResource(match: ResourceMatch, resource: Omit<OwnedResource, 'file'>): boolean {
  const { types, resources, accounts, units, regions, repositories, tags } = match;
  const wanted = [
    fits(types, [resource.type]),
    fits(resources, [resource.name, resource.id]),
    fits(accounts, [resource.account]),
    fits(units, resource.units),
    fits(regions, [resource.region]),
    fits(repositories, [resource.repository]),
    tags === undefined || Object.keys(tags).length === 0 ? null : hasTags(tags, resource.tags),
  ].filter((each) => each !== null);
  return wanted.length > 0 && wanted.every(Boolean);
}

/** Null when nothing is asked. */
function fits(patterns: readonly string[] | undefined, texts: readonly (string | null)[]): boolean | null {
  if (patterns === undefined || patterns.length === 0) return null;
  return patterns.some((pattern) => texts.some((text) => text !== null && matchesWildcard(pattern, text)));
}

function hasTags(wanted: Readonly<Record<string, string>>, tags: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([key, pattern]) => tagValues(tags, key).some((value) => matchesWildcard(pattern, value)));
}
