/** Which scopes a resource lies in. Resource ids are compared without regard to case. */
import { HOLE } from '@kumomori/model';
import type { Conditional } from '../shared/index.ts';
import { always, never, onlyIf, shown, starMatch } from '../shared/index.ts';

/** Does what holds at `scope` hold for the resource? `onlyThere`: not for what lies below it. */
export function isWithin(
  scope: string,
  { resource, managementGroups = [] }: { readonly resource: string; readonly managementGroups?: readonly string[] },
  onlyThere = false,
): Conditional {
  const [outer, inner] = [trimmed(scope), trimmed(resource)];
  if (outer.includes(HOLE) || inner.includes(HOLE)) {
    if (outer === inner) return always;
    return starMatch(`${outer}*`, inner).value === 0 ? never : onlyIf('unknown', `${shown(resource)} ∈ ${shown(scope)}`);
  }
  if (outer === inner) return always;
  if (onlyThere) return never;
  if (outer === '' || inner.startsWith(`${outer}/`)) return always;
  return managementGroups.some((each) => trimmed(each) === outer) ? always : never;
}

function trimmed(scope: string): string {
  return scope.toLowerCase().replace(/\/+$/, '');
}
