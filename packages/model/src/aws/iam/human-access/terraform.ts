import type { BlockReader, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { HumanAccess } from './shape.ts';

const providers = ['aws_iam_saml_provider', 'aws_ssoadmin_permission_set', 'aws_ssoadmin_account_assignment'];

/** The data source of Identity Center shows that there is one. */
function providersOf(context: ReaderContext): readonly BlockReader[] {
  return [...providers, 'data.aws_ssoadmin_instances'].flatMap((type) => context.all(type));
}

export const terraform = defineTerraform<HumanAccess>({
  types: [],
  anchor: (context) => context.all('aws_iam_user_login_profile')[0] ?? providersOf(context)[0] ?? null,
  read(anchor, context) {
    const found = providersOf(context);
    const certain = found.find((each) => !each.uncertain);
    const [open] = found;
    if (certain) return { isFederated: explicit(true, certain.place) };
    const detail = 'it is not known whether it is created';
    return { isFederated: open ? unresolved({ code: 'computed', detail }, open.place) : byDefault(false, anchor.place) };
  },
});
