/** What most APIs do alike. */
import type { GcpListing } from '../listing.ts';

/** `locations/-`: all of them in one listing. */
export function everywhere(service: string, version: string, operation: string, permission: string): GcpListing {
  return { call: `${service}:${operation}`, url: `https://${service}/${version}/projects/{project}/locations/-/${operation}`, permission };
}

/** Its things have policies, asked for by their own names. */
export function granted(listing: GcpListing, method: 'GET' | 'POST', permission: string): GcpListing {
  const { origin, pathname } = new URL(listing.url);
  const version = pathname.split('/')[1] ?? 'v1';
  const query = method === 'GET' ? '?options.requestedPolicyVersion=3' : '';
  return { ...listing, policy: { method, url: `${origin}/${version}/{name}:getIamPolicy${query}`, permission } };
}
