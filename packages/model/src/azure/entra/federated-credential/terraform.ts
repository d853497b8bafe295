import { defineTerraform } from '../../../code/index.ts';
import type { FederatedCredential } from './shape.ts';

export const terraform = defineTerraform<FederatedCredential>({
  types: ['azuread_application_federated_identity_credential', 'azurerm_federated_identity_credential'],
  identity: ['display_name', 'name'],
  read: (credential) => ({
    issuer: credential.string('issuer', { required: true }),
    subject: credential.string('subject', { required: true }),
  }),
});
