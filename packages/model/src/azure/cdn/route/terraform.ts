import { defineTerraform } from '../../../code/index.ts';
import type { Route } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_cdn_frontdoor_route, read 2026-11-22; supported_protocols is required. */
export const terraform = defineTerraform<Route>({
  types: ['azurerm_cdn_frontdoor_route'],
  identity: ['name'],
  read: (route) => ({
    protocols: route.strings('supported_protocols'),
    redirectsToHttps: route.boolean('https_redirect_enabled', { default: true }),
    forwarding: route.string('forwarding_protocol', { default: 'MatchRequest' }),
  }),
});
