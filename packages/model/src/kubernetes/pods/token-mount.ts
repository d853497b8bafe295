/** The service account of an object's pods, and whether they get a token of it. */
import type { BlockReader, ReaderContext } from '../../code/index.ts';
import type { Leaf } from '../../node.ts';
import { byDefault, explicit } from '../../node.ts';
import { lackOf } from '../by-namespace.ts';
import { nameOf, namespaceOf } from '../metadata.ts';
import type { PodParts } from './read-pod.ts';

const FIELD = 'automountServiceAccountToken';

/** The pod's own word comes first, then that of its service account; without either the token is mounted. */
export function tokenMount(parts: PodParts, context: ReaderContext): Leaf<boolean> {
  const { spec, dialect } = parts;
  const own = spec.boolean(dialect(FIELD));
  if (own.state !== 'absent') return own as Leaf<boolean>; // not absent: it holds a boolean if anything
  const account = accountOf(parts, context);
  const said = account?.boolean(dialect(FIELD));
  if (said && said.state !== 'absent') return said as Leaf<boolean>;
  return (account ? null : lackOfAccounts(parts, context)) ?? byDefault(true, spec.place);
}

export function hasAccount(parts: PodParts, context: ReaderContext): Leaf<boolean> {
  const found = accountOf(parts, context);
  return found ? explicit(true, found.place) : (lackOfAccounts(parts, context) ?? byDefault(false, parts.spec.place));
}

function lackOfAccounts({ serviceAccounts }: PodParts, context: ReaderContext): Leaf<never> | null {
  return lackOf(serviceAccounts.flatMap((type) => context.all(type)));
}

/** The account that the pods name, else the one called `default`, where it is in this code. */
function accountOf({ spec, dialect, object, serviceAccounts }: PodParts, context: ReaderContext): BlockReader | undefined {
  const named = spec.value(dialect('serviceAccountName')) ?? spec.value(dialect('serviceAccount'));
  const namespace = namespaceOf(object);
  if (named) return context.targets(named, serviceAccounts).find((account) => namespaceOf(account) === namespace);
  return serviceAccounts
    .flatMap((type) => context.all(type))
    .find((account) => nameOf(account) === 'default' && namespaceOf(account) === namespace);
}
