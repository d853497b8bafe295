/** Whether the pods of an object get a token of their service account. */
import type { BlockReader } from '../../code/block-reader.ts';
import type { ReaderContext } from '../../code/reader.ts';
import type { Leaf } from '../../node.ts';
import { byDefault } from '../../node.ts';
import type { PodParts } from './read-pod.ts';

const FIELD = 'automountServiceAccountToken';

/** The pod's own word comes first, then that of its service account; without either the token is mounted. */
export function tokenMount({ spec, dialect, serviceAccounts }: PodParts, context: ReaderContext): Leaf<boolean> {
  const own = spec.boolean(dialect(FIELD));
  if (own.state !== 'absent') return own as Leaf<boolean>; // not absent: it holds a boolean if anything
  const account = accountOf(spec.value(dialect('serviceAccountName')), { serviceAccounts, context });
  const said = account?.boolean(dialect(FIELD));
  return said && said.state !== 'absent' ? (said as Leaf<boolean>) : byDefault(true, spec.place);
}

interface Lookup {
  readonly serviceAccounts: readonly string[];
  readonly context: ReaderContext;
}

function accountOf(named: ReturnType<BlockReader['value']>, { serviceAccounts, context }: Lookup): BlockReader | undefined {
  return named && context.targets(named, serviceAccounts)[0];
}
