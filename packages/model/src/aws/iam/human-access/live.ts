import type { BlockReader, FieldsOf, ReaderContext } from '../../../code/index.ts';
import { defineLive } from '../../../code/index.ts';
import { someExists } from '../../core/account/some-exists.ts';
import type { HumanAccess } from './shape.ts';

const PROVIDERS = ['AWS::IAM::SAMLProvider', 'AWS::SSO::Instance', 'aws.iam.reserved-role'];

/** Identity Center leaves roles of its own in every account that somebody may enter through it. */
export const live = defineLive<HumanAccess>({
  types: [],
  anchor: (context) => personOf(context) ?? providersOf(context).find((each) => each.resource !== null) ?? null,
  read: (anchor, context): FieldsOf<HumanAccess> => {
    return { isFederated: someExists(providersOf(context), anchor.place) };
  },
});

function personOf(context: ReaderContext): BlockReader | undefined {
  return context.all('AWS::IAM::User').find((user) => user.has('LoginProfile').value === true);
}

function providersOf(context: ReaderContext): readonly BlockReader[] {
  return PROVIDERS.flatMap((type) => context.all(type));
}
