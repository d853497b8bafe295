/** Names of a Bicep file that are declared more than once: parameters, variables, resources and modules share one space of names. */
import type { Diagnostic, Source } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';
import type { ParsedBicep } from './ast.ts';

/** One diagnostic for each further declaration. Resources within resources have names of their own place and are not looked at. O(names). */
export function repeatedNames({ parameters, variables, resources }: ParsedBicep, source: Source): readonly Diagnostic[] {
  const names = [
    ...parameters.map(({ name, start }) => ({ name, start })),
    ...variables.map(({ name, value: { start } }) => ({ name, start })),
    ...resources.map(({ symbol, start }) => ({ name: symbol, start })),
  ].sort((a, b) => a.start - b.start);
  const seen = new Set<string>();
  return names.flatMap(({ name, start }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = `the name "${name}" is declared twice in this file`;
    return [diagnosticAt(source, start, { severity: 'warning', code: 'duplicate-declaration', message })];
  });
}
