import type { BlockReader, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { EssentialContacts } from './shape.ts';

export const terraform = defineTerraform<EssentialContacts>({
  types: [],
  anchor: (context) => context.all('google_essential_contacts_contact')[0] ?? null,
  read: (block, context) => ({
    categories: categories(block, context),
  }),
});

function categories(anchor: BlockReader, context: ReaderContext): ListNode<string> {
  const lists = context
    .all('google_essential_contacts_contact')
    .map((contact) => ({ contact, each: contact.strings('notification_category_subscriptions') }));
  return {
    node: 'list',
    items: lists.flatMap(({ contact, each }) => each.items.map((item) => ({ ...item, uncertain: contact.uncertain }))),
    rest: lists.find(({ each }) => each.rest)?.each.rest ?? null,
    place: anchor.place,
  };
}
