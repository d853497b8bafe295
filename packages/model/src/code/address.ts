/** Addresses of block instances, as Terraform prints them. */
import type { DeclaredResource } from '../declared.ts';

/** Block types by which readers name what they read: data sources with `data.` before. */
export function blockType(resource: DeclaredResource): string {
  return resource.mode === 'data' ? `data.${resource.type}` : resource.type;
}

/** What the references of values name it by. */
export function referenceOf({ reference, address }: DeclaredResource): string {
  return reference ?? address;
}

/** Without instance keys: `module.a["x"].aws_b.c[0]` → `module.a.aws_b.c`. */
export function bareAddress(address: string): string {
  return address.includes('[') ? address.replaceAll(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '') : address;
}

/**
 * May both addresses mean one instance, given that their bare forms are equal? A key that is left out may be any; two that are written
 * must be the same. O(length).
 */
export function mayBeSame(one: string, other: string): boolean {
  const keys = keysOf(other);
  return keysOf(one).every((key, index) => key === '' || (keys[index] ?? '') === '' || key === keys[index]);
}

/** The key of each step, `''` for steps without one. */
function keysOf(address: string): readonly string[] {
  return [...address.matchAll(/[^.[\]]+(\["(?:[^"\\]|\\.)*"\]|\[\d+\])?/g)].map(([, key]) => key ?? '');
}

const MAX_SPELLINGS = 10_000;

/** Resource Manager's type names are case-insensitive: those that are known are written that way, others in lower case. */
export function armSpelling(known: readonly string[]): (type: string) => string {
  const written = new Map(known.map((type) => [type.toLowerCase(), type]));
  // Asked for the same types for each root that is read.
  const answers = new Map<string, string>();
  return (type) => {
    const before = answers.get(type);
    if (before !== undefined) return before;
    const answer = written.get(type.toLowerCase()) ?? (type.includes('/') ? type.toLowerCase() : type);
    if (answers.size >= MAX_SPELLINGS) answers.clear();
    answers.set(type, answer);
    return answer;
  };
}
