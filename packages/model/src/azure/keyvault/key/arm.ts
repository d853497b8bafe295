import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { byDefault, defineArm } from '../../../code/index.ts';
import { isWord } from '../../core/index.ts';
import type { KeyVaultKey } from './shape.ts';

export const arm = defineArm<KeyVaultKey>({
  types: ['Microsoft.KeyVault/vaults/keys'],
  identity: ['name'],
  read(key): FieldsOf<KeyVaultKey> {
    const properties = key.block('properties');
    return {
      hasExpiration: properties.block('attributes').isSet('exp'),
      keyType: properties.string('kty'),
      rotates: hasRotation(properties),
    };
  },
});

function hasRotation(properties: BlockReader): Leaf<boolean> {
  const { readers, rest } = properties.block('rotationPolicy').blocks('lifetimeActions');
  const actions = readers.map((action) => isWord(action.block('action').string('type'), 'rotate'));
  const open = actions.find((action) => action.state === 'unresolved');
  return actions.find((action) => action.value === true) ?? open ?? rest ?? byDefault(false, properties.place);
}
