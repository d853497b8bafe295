import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform } from '../../../code/index.ts';
import type { ApiKey } from './shape.ts';

export const terraform = defineTerraform<ApiKey>({
  types: ['google_apikeys_key'],
  identity: ['name'],
  read: (block) => ({
    hasApiTargets: block.block('restrictions').has('api_targets'),
    hasCallerRestriction: callerRestriction(block.block('restrictions')),
    isForServiceAccount: block.isSet('service_account_email'),
  }),
});

function callerRestriction(restrictions: BlockReader): Leaf<boolean> {
  const kinds = ['browser_key_restrictions', 'server_key_restrictions', 'android_key_restrictions', 'ios_key_restrictions'];
  const [first, ...others] = kinds.map((kind) => restrictions.has(kind));
  const all = first ? [first, ...others] : others;
  const decisive = all.find(({ value }) => value === true) ?? all.find(({ state }) => state === 'unresolved') ?? first;
  return decisive ?? byDefault(false, restrictions.place);
}
