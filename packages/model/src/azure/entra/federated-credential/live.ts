import { defineLive } from '../../../code/index.ts';
import type { FederatedCredential } from './shape.ts';

/** Source: Microsoft Graph reference of federatedIdentityCredential, read 2026-11-22. */
export const live = defineLive<FederatedCredential>({
  types: ['Microsoft.Graph/federatedCredentials'],
  identity: ['name'],
  read: (credential) => ({
    issuer: credential.string('issuer', { required: true }),
    subject: credential.string('subject', { required: true }),
  }),
});
