import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { defaultAction, hasIdentity, hasPrivateEndpoint, isEnabled, isWord, not } from '../../core/index.ts';
import type { CognitiveAccount } from './shape.ts';

export const arm = defineArm<CognitiveAccount>({
  types: ['Microsoft.CognitiveServices/accounts'],
  identity: ['name'],
  read(account, context): FieldsOf<CognitiveAccount> {
    const properties = account.block('properties');
    return {
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      localAuth: not(properties.boolean('disableLocalAuth', { default: false })),
      identity: hasIdentity(account),
      customerKey: isWord(properties.block('encryption').string('keySource'), 'Microsoft.KeyVault'),
      networkDefaultAction: defaultAction(
        properties.block('networkAcls').string('defaultAction', { default: 'Allow' }),
        isEnabled(properties, 'publicNetworkAccess', true),
      ),
      kind: account.string('kind', { required: true }),
      outboundRestricted: properties.boolean('restrictOutboundNetworkAccess', { default: false }),
      privateEndpoint: hasPrivateEndpoint(account, context, ['Microsoft.CognitiveServices/accounts']),
    };
  },
});
