import { defineTerraform, explicit } from '../../../code/index.ts';
import type { FrontDoorProfile } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_cdn_frontdoor_profile and its security policy, read 2026-11-22. */
export const terraform = defineTerraform<FrontDoorProfile>({
  types: ['azurerm_cdn_frontdoor_profile'],
  satellites: { azurerm_cdn_frontdoor_security_policy: 'cdn_frontdoor_profile_id' },
  identity: ['name'],
  read: (profile, context) => ({
    hasSecurityPolicy: context.satellite('azurerm_cdn_frontdoor_security_policy').isSet('cdn_frontdoor_profile_id'),
    isFrontDoor: explicit(true, profile.place),
  }),
});
