import { defineTerraform } from '../../../code/index.ts';
import type { Contact } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_security_center_contact, read 2026-11-22. */
export const terraform = defineTerraform<Contact>({
  types: ['azurerm_security_center_contact'],
  identity: ['name'],
  read: (contact) => ({
    email: contact.string('email'),
    phone: contact.string('phone'),
    mailsAlerts: contact.boolean('alert_notifications', { default: false }),
    mailsOwners: contact.boolean('alerts_to_admins', { default: false }),
  }),
});
