import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { AwsProvider } from './shape.ts';

export const terraform = defineTerraform<AwsProvider>({
  types: ['provider.aws'],
  read: (provider) => ({
    hasAccessKey: isWritten(provider, 'access_key', /^(?:AKIA|ASIA)[A-Z0-9]{16}$/),
    hasSecretKey: isWritten(provider, 'secret_key', /^[A-Za-z0-9/+=]{40}$/),
  }),
});

/** What comes from outside of the code (a variable, a secret store) is not written in it, whatever it is. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(['unset-variable', 'data-source', 'computed']);

/** Other texts (`test` for an emulator) are no keys of AWS. */
function isWritten(provider: BlockReader, name: string, format: RegExp): Leaf<boolean> {
  const value = provider.value(name);
  const place = provider.placeOf(name);
  if (!value) return byDefault(false, place);
  if (value.kind === 'string') return explicit(format.test(value.value), place);
  if (value.kind === 'unknown' && value.refs.length === 0 && !FROM_OUTSIDE.has(value.reason.code)) return unresolved(value.reason, place);
  return explicit(false, place);
}
