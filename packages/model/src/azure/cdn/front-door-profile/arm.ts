import { defineArm } from '../../../code/index.ts';
import { isWord } from '../../core/index.ts';
import type { FrontDoorProfile } from './shape.ts';

/** One resource type for all products; the name of the sku says which. */
export const arm = defineArm<FrontDoorProfile>({
  types: ['Microsoft.Cdn/profiles'],
  satellites: { 'Microsoft.Cdn/profiles/securityPolicies': 'parent' },
  identity: ['name'],
  read: (profile, context) => ({
    hasSecurityPolicy: context.satellite('Microsoft.Cdn/profiles/securityPolicies').isSet('name'),
    isFrontDoor: isWord(profile.block('sku').string('name'), 'Standard_AzureFrontDoor', 'Premium_AzureFrontDoor'),
  }),
});
