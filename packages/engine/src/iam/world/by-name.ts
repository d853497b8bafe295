/** Principals by the texts that people call them by. */
import type { IamPrincipal } from './types.ts';

/** By name, address in code, and `role/NAME`; several may share one. */
export function principalsByName(principals: readonly IamPrincipal[]): ReadonlyMap<string, readonly IamPrincipal[]> {
  const names = new Map<string, IamPrincipal[]>();
  for (const principal of principals) {
    for (const name of new Set([principal.name, principal.node, `${principal.kind}/${principal.name}`]))
      names.set(name, [...(names.get(name) ?? []), principal]);
  }
  return names;
}
