import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineArm, explicit } from '../../../code/index.ts';
import { isWord } from '../../core/index.ts';
import type { Contact } from './shape.ts';

/** Source: Azure template reference of Microsoft.Security/securityContacts, read 2026-11-22: a word in older API versions, an object and sources in newer ones. */
export const arm = defineArm<Contact>({
  types: ['Microsoft.Security/securityContacts'],
  identity: ['name'],
  read(contact) {
    const properties = contact.block('properties');
    return {
      email: properties.string(properties.value('emails') === undefined ? 'email' : 'emails'),
      phone: properties.string('phone'),
      mailsAlerts: alerts(properties),
      mailsOwners: owners(properties),
    };
  },
});

function alerts(properties: BlockReader): Leaf<boolean> {
  const sources = properties.blocks('notificationsSources').readers;
  const alert = sources.find((source) => isWord(source.string('sourceType'), 'Alert').value);
  if (alert) return explicit(true, alert.place);
  const state = properties.block('alertNotifications');
  if (state.exists && properties.value('alertNotifications')?.kind === 'map') return isWord(state.string('state'), 'On');
  return isWord(properties.string('alertNotifications'), 'On');
}

function owners(properties: BlockReader): Leaf<boolean> {
  const roles = properties.block('notificationsByRole');
  if (!roles.exists) return isWord(properties.string('alertsToAdmins'), 'On');
  const state = isWord(roles.string('state', { default: 'Off' }), 'On');
  if (state.value !== true) return state;
  const owner = roles.strings('roles').items.find(({ node }) => node.node === 'leaf' && node.value?.toLowerCase() === 'owner');
  return owner ? explicit(true, roles.placeOf('roles')) : byDefault(false, roles.placeOf('roles'));
}
