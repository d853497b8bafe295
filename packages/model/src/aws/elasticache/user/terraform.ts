import { defineTerraform, explicit } from '../../../code/index.ts';
import type { CacheUser } from './shape.ts';

export const terraform = defineTerraform<CacheUser>({
  types: ['aws_elasticache_user'],
  identity: ['user_name'],
  read: (user) => ({
    needsNoPassword:
      user.block('authentication_mode').string('type').value === 'no-password-required'
        ? explicit(true, user.block('authentication_mode').placeOf('type'))
        : user.boolean('no_password_required', { default: false }),
    accessString: user.string('access_string', { required: true }),
  }),
});
