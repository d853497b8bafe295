import { byDefault, defineTerraform, explicit } from '../../../code/index.ts';
import type { AccountContacts } from './shape.ts';

export const terraform = defineTerraform<AccountContacts>({
  types: [],
  anchor: (context) => context.all('aws_account_alternate_contact')[0] ?? context.all('aws_account_primary_contact')[0] ?? null,
  read(anchor, context) {
    const [primary] = context.all('aws_account_primary_contact');
    const alternates = context.all('aws_account_alternate_contact').map((contact) => ({
      node: contact.string('alternate_contact_type', { required: true }),
      uncertain: contact.uncertain,
    }));
    return {
      alternates: { node: 'list', items: alternates, rest: null, place: anchor.place },
      hasPrimary: primary ? explicit(true, primary.place) : byDefault(false, anchor.place),
    };
  },
});
