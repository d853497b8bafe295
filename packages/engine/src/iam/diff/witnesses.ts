/**
 * One concrete resource for each part of the space that patterns cut it into. What two policies answer differently anywhere, they answer differently
 * at one of these: at the most general member of a pattern, or of what two patterns have in common.
 */
import { HOLE } from '@kumomori/model';
import type { ActionInfo } from '../aws/index.ts';
import { matchesStars } from '../shared/index.ts';

export interface Witness {
  /** The pattern it stands for, as written. */
  readonly pattern: string;
  /** A resource that it matches, and of the others only those that are wider. */
  readonly resource: string;
}

/** Stands for anything that no pattern names. */
const ANYTHING = '~anything';
/** Patterns of one comparison; a policy has room for far fewer. */
const MAX_PATTERNS = 400;
const MAX_PAIRS = 2000;

/** Of all patterns of the policies. `*` is left out: what it means depends on the action, see {@link generalResources}. */
export function witnessesOf(patterns: readonly string[]): readonly Witness[] {
  const written = [...new Set(patterns)].filter((each) => each.startsWith('arn:') && !each.includes(HOLE)).slice(0, MAX_PATTERNS);
  const found = new Map<string, Witness>();
  for (const pattern of written) found.set(pattern, { pattern, resource: concrete(pattern) });
  let pairs = 0;
  for (const [index, one] of written.entries()) {
    for (const other of written.slice(index + 1)) {
      const both = common(one, other);
      if (both === null || found.has(both) || pairs >= MAX_PAIRS) continue;
      pairs += 1;
      found.set(both, { pattern: both, resource: concrete(both) });
    }
  }
  return [...found.values()];
}

function concrete(pattern: string): string {
  return pattern
    .replaceAll(/\$\{([^}]*)\}/g, (_all, name: string) => (['*', '?', '$'].includes(name) ? name : `~${name.replaceAll(/[^\w]/g, '-')}`))
    .replaceAll('*', ANYTHING)
    .replaceAll('?', 'x');
}

/** `a*` and `*b` → `a*b`. Null when one holds the other, or when they have nothing in common that can be written so. */
function common(one: string, other: string): string | null {
  if (matchesStars(one, other) || matchesStars(other, one)) return null;
  const [first, second] = [one.split('*'), other.split('*')];
  if (first.length < 2 || second.length < 2) return null;
  const head = longer(first[0] ?? '', second[0] ?? '', (text, start) => text.startsWith(start));
  const tail = longer(first.at(-1) ?? '', second.at(-1) ?? '', (text, end) => text.endsWith(end));
  if (head === null || tail === null) return null;
  const [mine, theirs] = [first.slice(1, -1), second.slice(1, -1)];
  const tried = [mine, theirs, [...mine, ...theirs]].map((middle) => [head, ...middle, tail].join('*'));
  return tried.find((both) => matchesStars(one, concrete(both)) && matchesStars(other, concrete(both))) ?? null;
}

function longer(one: string, other: string, holds: (text: string, part: string) => boolean): string | null {
  if (holds(one, other)) return one;
  return holds(other, one) ? other : null;
}

/** What an action is asked about when only `*` covers it: a resource of each of its types that no pattern names; `*` when it knows none. */
export function generalResources({ resourceTypes }: Pick<ActionInfo, 'resourceTypes'>, account: string): readonly string[] {
  const arns = resourceTypes.flatMap((type) => type.arns);
  if (arns.length === 0) return ['*'];
  const [partition, region] = ['aws', '~region'];
  return arns.map((template) =>
    template.replaceAll(/\$\{(\w+)\}/g, (_all, name: string) =>
      name === 'Partition' ? partition : name === 'Region' ? region : name === 'Account' ? account : ANYTHING,
    ),
  );
}

/** May the action be asked about the resource at all? By service and shape of the ARN. */
export function concerns({ resourceTypes }: Pick<ActionInfo, 'resourceTypes'>, resource: string): boolean {
  const given = resource.split(':');
  return resourceTypes.some(({ arns }) =>
    arns.some((template) => {
      const parts = template.split(':');
      const service = parts[2] ?? '';
      if (given[2] !== service && given[2] !== ANYTHING) return false;
      const shape = parts
        .slice(5)
        .join(':')
        .replaceAll(/\$\{\w+\}/g, '*');
      const rest = given.slice(5).join(':');
      // A bucket's name holds no slash: what looks like an object is none.
      if (template.endsWith('${BucketName}') && rest.includes('/')) return false;
      return rest === ANYTHING || matchesStars(shape, rest);
    }),
  );
}
