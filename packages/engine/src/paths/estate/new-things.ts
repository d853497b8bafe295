/** Under which names something new could be made: an action on a thing that does not exist yet is asked about those that policies speak of. */
import type { IamPrincipal } from '../../iam/index.ts';
import type { Building } from './context.ts';

const MAX_NAMES = 24;
const REGION = 'us-east-1';

const spoken = new WeakMap<IamPrincipal, ReadonlyMap<string, readonly string[]>>();

/** ARNs to be tried, the plainest first; `*` for actions that know no resource. */
export function newResources(
  { iam }: Building,
  principal: IamPrincipal,
  { action, account }: { readonly action: string; readonly account: string },
): readonly string[] {
  const service = action.split(':')[0] ?? '';
  const index = iam.catalogue?.indexOf(action);
  const info = index === undefined ? undefined : iam.catalogue?.info(index);
  if (info?.resourceTypes.length === 0) return ['*'];
  const templates =
    info?.resourceTypes.filter(({ required }, _, all) => required || !all.some((each) => each.required)).flatMap(({ arns }) => arns) ?? [];
  const own = templates.map((each) => filled(each, account));
  const named = spokenOf(principal).get(service) ?? [];
  return [...new Set([...own, ...named, ...(own.length === 0 ? [`arn:aws:${service}:${REGION}:${account}:~new`] : [])])].slice(
    0,
    MAX_NAMES,
  );
}

function filled(template: string, account: string): string {
  return template
    .replaceAll(/\$\{Partition\}/gi, 'aws')
    .replaceAll(/\$\{Region\}/gi, REGION)
    .replaceAll(/\$\{Account\}/gi, account)
    .replaceAll(/\$\{[^}]+\}/g, '~new');
}

/** Resources of Allow statements, wildcards filled, by service. */
function spokenOf(principal: IamPrincipal): ReadonlyMap<string, readonly string[]> {
  const known = spoken.get(principal);
  if (known) return known;
  const found = new Map<string, Set<string>>();
  for (const { document } of principal.identity) {
    for (const resource of resourcesIn(document)) {
      const service = resource.split(':')[2];
      if (!resource.startsWith('arn:') || service === undefined) continue;
      const names = found.get(service) ?? new Set();
      names.add(
        resource
          // Without region are those that have none.
          .replace(/^(arn:[^:]*:[^:]*:)\*:/, `$1${REGION}:`)
          .replaceAll('*', '~new')
          .replaceAll('?', '0'),
      );
      found.set(service, names);
    }
  }
  const made = new Map([...found].map(([service, names]) => [service, [...names]] as const));
  spoken.set(principal, made);
  return made;
}

function resourcesIn(document: object): readonly string[] {
  const statements = listed(field(document, 'Statement'));
  return statements
    .flatMap((each) => (isObject(each) && field(each, 'Effect') === 'Allow' ? listed(field(each, 'Resource')) : []))
    .filter((each) => typeof each === 'string');
}

/** Value of a key of plain JSON. */
export function field(value: object, name: string): unknown {
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

export function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
