import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineLive, explicit, unresolved } from '../../../code/index.ts';
import type { Credential } from './shape.ts';

const DAY_MS = 86_400_000;

/** A password of an application. Source: Microsoft Graph reference of passwordCredential, read 2026-11-22. */
export const live = defineLive<Credential>({
  types: ['Microsoft.Graph/passwordCredentials'],
  identity: ['application'],
  read: (credential) => ({ lifetimeDays: lifetime(credential) }),
});

function lifetime(credential: BlockReader): Leaf<number> {
  const [from, to] = ['startDateTime', 'endDateTime'].map((name) => Date.parse(credential.string(name).value ?? ''));
  const days = Math.round(((to ?? NaN) - (from ?? NaN)) / DAY_MS);
  const place = credential.placeOf('endDateTime');
  return Number.isNaN(days) ? unresolved({ code: 'computed', detail: 'it is not known how long it holds' }, place) : explicit(days, place);
}
