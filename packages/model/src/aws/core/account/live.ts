import type { FieldsOf } from '../../../code/index.ts';
import { defineLive, unresolved } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { Account } from './shape.ts';
import { someExists } from './some-exists.ts';

const HOLDERS = ['AWS::IAM::Role', 'AWS::IAM::Group', 'AWS::IAM::User'];

/** A live account is always there, and lacks what no answer shows. */
export const live = defineLive<Account>({
  types: ['aws.core.account'],
  read(account, context): FieldsOf<Account> {
    const fields = {
      ...cloudformation.read(account, context),
      securityHub: someExists(context.all('AWS::SecurityHub::Hub'), account.place),
    };
    const hidden = HOLDERS.flatMap((type) => context.all(type)).find((holder) => holder.resource === null);
    const { supportAccess } = fields;
    if (!hidden || supportAccess.value === true) return fields;
    return {
      ...fields,
      supportAccess: unresolved({ code: 'not-collected', detail: 'who holds policies could not be listed' }, hidden.place),
    };
  },
});
