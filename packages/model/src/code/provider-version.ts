/** Which major version of a provider a root module asks for: defaults differ between them. */
import type { DeclaredBlock } from '../declared.ts';
import type { Value } from '../value.ts';

/** Local provider name → highest major version its constraints admit. Providers without an upper or exact bound are left out. */
export function providerMajors(requiredProviders: readonly DeclaredBlock[]): ReadonlyMap<string, number> {
  const majors = new Map<string, number>();
  for (const block of requiredProviders) {
    for (const [name, { value }] of block.attributes) {
      const major = highestMajor(constraintOf(value));
      if (major !== null) majors.set(name, Math.min(major, majors.get(name) ?? major));
    }
  }
  return majors;
}

/** `aws = { version = "~> 5.0" }` or, in old code, `aws = "~> 5.0"`. */
function constraintOf(value: Value): string {
  const version = value.kind === 'map' ? value.entries.get('version') : value;
  return version?.kind === 'string' ? version.value : '';
}

/** `~> 5.31` and `= 5.1` and `5.1` admit 5; `< 6.0.0` admits 5; `<= 6.1` admits 6; `>= 4.0` alone admits anything. */
function highestMajor(constraint: string): number | null {
  const bounds = constraint.split(',').flatMap((part) => {
    const match = /^\s*(=|~>|<=|<|>=|>|!=)?\s*v?(\d+)((?:\.\d+)*)/.exec(part);
    if (!match) return [];
    const [, operator = '=', digits = '', rest = ''] = match;
    const major = Number(digits);
    if (operator === '~>') return rest === '' ? [] : [major];
    if (operator === '=' || operator === '<=') return [major];
    return operator === '<' ? [/[1-9]/.test(rest) ? major : major - 1] : [];
  });
  return bounds.length === 0 ? null : Math.min(...bounds);
}
