import { defineLive, object } from '../../../code/index.ts';
import { attachedTo, documentsOf, holdersOf } from '../held-policies-live.ts';
import type { MfaDevice, UserCredentials } from './shape.ts';

export const live = defineLive<UserCredentials>({
  types: ['AWS::IAM::User'],
  identity: ['UserName'],
  read(user, context) {
    const holders = holdersOf(user, context);
    return {
      hasPassword: user.has('LoginProfile'),
      passwordUnusedDays: user.number('PasswordUnusedDays'),
      passwordAgeDays: user.block('LoginProfile').number('AgeDays'),
      mfaDevices: user.list<MfaDevice>('MFADevices', (device) =>
        object<MfaDevice>({ kind: device.string('Kind', { required: true }) }, device.place),
      ),
      managedPolicies: attachedTo(holders, user.place),
      policies: documentsOf(holders, context, user.place),
    };
  },
});
