/** Under which names something new could be made: an action on a thing that does not exist yet is asked about those that policies speak of. */
import type { IamPrincipal, IamWorld } from '../../iam/index.ts';
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
  const service = action.slice(0, Math.max(action.indexOf(':'), 0));
  const own = namesOf(iam, action, account);
  if (own === null) return ['*'];
  const named = spokenOf(principal).get(service);
  if (!named) return own.length === 0 ? [`arn:aws:${service}:${REGION}:${account}:~new`] : own;
  return [...new Set([...own, ...named, ...(own.length === 0 ? [`arn:aws:${service}:${REGION}:${account}:~new`] : [])])].slice(
    0,
    MAX_NAMES,
  );
}

const made = new WeakMap<IamWorld, Map<string, readonly string[] | null>>();

/** By the templates of the catalogue; null: the action knows no resource. */
function namesOf(iam: IamWorld, action: string, account: string): readonly string[] | null {
  const all = made.get(iam) ?? new Map<string, readonly string[] | null>();
  made.set(iam, all);
  const key = `${account} ${action}`;
  const known = all.get(key);
  if (known !== undefined) return known;
  const index = iam.catalogue?.indexOf(action);
  const types = (index === undefined ? undefined : iam.catalogue?.info(index))?.resourceTypes;
  const templates = types?.filter(({ required }) => required || !types.some((each) => each.required)).flatMap(({ arns }) => arns) ?? [];
  const names = types?.length === 0 ? null : [...new Set(templates.map((each) => filled(each, account)))].slice(0, MAX_NAMES);
  all.set(key, names);
  return names;
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
  const byService = new Map([...found].map(([service, names]) => [service, [...names]] as const));
  spoken.set(principal, byService);
  return byService;
}

function resourcesIn(document: object): readonly string[] {
  const statements = listed(field(document, 'Statement'));
  return statements
    .flatMap((each) => (isObject(each) && field(each, 'Effect') === 'Allow' ? listed(field(each, 'Resource')) : []))
    .filter((each) => typeof each === 'string');
}

/** Value of a key of plain JSON. */
export function field(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

export function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
