import { defineArm } from '../../../code/index.ts';
import { isEnabled, spelled } from '../../core/index.ts';
import type { Route } from './shape.ts';

/** Source: Azure template reference of Microsoft.Cdn/profiles/afdEndpoints/routes, read 2026-11-22: both protocols and no redirect unless told otherwise. */
export const arm = defineArm<Route>({
  types: ['Microsoft.Cdn/profiles/afdEndpoints/routes'],
  identity: ['name'],
  read(route) {
    const properties = route.block('properties');
    return {
      protocols: properties.strings('supportedProtocols', { default: ['Http', 'Https'] }),
      redirectsToHttps: isEnabled(properties, 'httpsRedirect', false),
      forwarding: spelled(properties.string('forwardingProtocol', { default: 'MatchRequest' }), 'HttpOnly', 'HttpsOnly', 'MatchRequest'),
    };
  },
});
