/** Credentials in texts of any kind. */
import type { SecretFamily } from './families.ts';
import { secretFamilies } from './families.ts';

export interface FoundSecret {
  readonly family: string;
  /** Offsets of the secret in the text. */
  readonly start: number;
  readonly end: number;
}

/** Longer texts are data. UTF-16 code units. */
export const MAX_SECRET_TEXT = 2 * 1024 * 1024;
const MAX_FOUND = 200;
/** Files with longer lines were made by tools: bundles, dumps. Keywords find too much there. */
const MAX_LINE = 20_000;

/**
 * Every credential of a known format, in the order of the text; of two at one place the family that is listed first. Keywords are looked for
 * in all at once, so that a text without any costs one pass. O(text × families that may be in it).
 */
export function detectSecrets(text: string): readonly FoundSecret[] {
  if (text.length > MAX_SECRET_TEXT || text.length < 12 || hasLongLine(text)) return [];
  const present = new Set<string>();
  for (const [keyword] of text.toLowerCase().matchAll(ANY_KEYWORD)) present.add(keyword);
  if (present.size === 0) return [];
  const found: FoundSecret[] = [];
  for (const family of secretFamilies) {
    if (!family.keywords.some((keyword) => present.has(keyword) || contained(keyword, present))) continue;
    for (const each of ofFamily(family, text)) {
      if (!found.some(({ start, end }) => each.start < end && start < each.end)) found.push(each);
      if (found.length >= MAX_FOUND) return sorted(found);
    }
  }
  return sorted(found);
}

const KEYWORDS = [...new Set(secretFamilies.flatMap(({ keywords }) => keywords))].sort((a, b) => b.length - a.length);
/** Longest first: the search does not look again at what it has consumed, {@link contained} finds keywords inside others. */
const ANY_KEYWORD = new RegExp(KEYWORDS.map((keyword) => keyword.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('|'), 'g');

function contained(keyword: string, present: ReadonlySet<string>): boolean {
  for (const each of present) if (each.includes(keyword)) return true;
  return false;
}

function* ofFamily(family: SecretFamily, text: string): Iterable<FoundSecret> {
  for (const match of text.matchAll(family.pattern)) {
    const secret = match.groups?.['secret'] ?? match[0];
    const start = match.index + match[0].lastIndexOf(secret);
    if (isPlaceholder(secret) || (family.entropy !== undefined && entropyOf(secret) < family.entropy)) continue;
    if (family.accepts && !family.accepts(secret, text, start)) continue;
    yield { family: family.id, start, end: start + secret.length };
  }
}

function sorted(found: readonly FoundSecret[]): readonly FoundSecret[] {
  return found.toSorted((a, b) => a.start - b.start);
}

/** What documentation writes in the place of a secret. */
function isPlaceholder(secret: string): boolean {
  return /EXAMPLE|example|xxxxxx|XXXXXX|\*\*\*\*|\.\.\.\.|<[^>]*>|000000000|123456789012345|abcdefghijkl|deadbeef|placeholder|changeme/.test(
    secret,
  );
}

/** Shannon entropy in bits for each character. O(length). */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / text.length) * Math.log2(count / text.length);
  return entropy;
}

function hasLongLine(text: string): boolean {
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    if ((end === -1 ? text.length : end) - at > MAX_LINE) return true;
    if (end === -1) return false;
    at = end + 1;
  }
  return false;
}
