import { byDefault, defineCloudFormation, explicit } from '../../../code/index.ts';
import type { HumanAccess } from './shape.ts';

const providers = ['AWS::IAM::SAMLProvider', 'AWS::SSO::PermissionSet', 'AWS::SSO::Assignment'];

export const cloudformation = defineCloudFormation<HumanAccess>({
  types: [],
  anchor(context) {
    const person = context.all('AWS::IAM::User').find((user) => user.isSet('LoginProfile').value === true);
    return person ?? providers.flatMap((type) => context.all(type))[0] ?? null;
  },
  read(anchor, context) {
    const [provider] = providers.flatMap((type) => context.all(type));
    return { isFederated: provider ? explicit(true, provider.place) : byDefault(false, anchor.place) };
  },
});
