import { defineCloudFormation, explicit } from '../../../code/index.ts';
import type { CacheUser } from './shape.ts';

export const cloudformation = defineCloudFormation<CacheUser>({
  types: ['AWS::ElastiCache::User'],
  identity: ['UserName'],
  read: (user) => ({
    needsNoPassword:
      user.block('AuthenticationMode').string('Type').value === 'no-password-required'
        ? explicit(true, user.block('AuthenticationMode').placeOf('Type'))
        : user.boolean('NoPasswordRequired', { default: false }),
    accessString: user.string('AccessString', { default: 'off' }),
  }),
});
