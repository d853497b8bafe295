import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { SecretVersion } from './shape.ts';

export const terraform = defineTerraform<SecretVersion>({
  types: ['google_secret_manager_secret_version', 'google_secret_manager_regional_secret_version'],
  identity: ['secret'],
  read: (block) => ({
    hasPlainTextValue: plainText(block, 'secret_data'),
  }),
});

/** A literal, or the default of a variable: what is in the code is in its repository and its state. */
function plainText(block: BlockReader, attribute: string): Leaf<boolean> {
  const value = block.value(attribute);
  if (!value) return byDefault(false, block.place);
  const place = block.placeOf(attribute);
  if (value.kind === 'unknown') return value.refs.length > 0 ? explicit(false, place, true) : unresolved(value.reason, place);
  if (value.kind === 'template') return explicit(false, place, true);
  return explicit(value.refs.length === 0 && !(value.kind === 'string' && value.value === ''), place, true);
}
