/** By which name an answer means a key: keys that AWS manages look like any other in the answers of most services. */
import type { Json, LiveContext, LiveValue } from '../../live/index.ts';
import { GLOBAL_REGION, lookUp, Missing, textOf } from '../../live/index.ts';

/**
 * `alias/aws/rds` for a key that AWS manages, which is how templates would name it; the key itself otherwise. Missing when nobody may list the
 * aliases. For `customerKey` and whoever asks like it.
 */
export function keyName(key: Json | undefined, context: LiveContext): LiveValue {
  if (typeof key !== 'string' || key === '') return undefined;
  const [, account, id] = /^arn:[^:]*:kms:[^:]*:(\d*):key\/(.+)$/.exec(key) ?? [];
  const isOwn = id === undefined ? /^[0-9a-f-]{36}$/.test(key) : account === context.account;
  if (!isOwn || context.region === GLOBAL_REGION) return key;
  const alias = lookUp(context, { call: 'kms:ListAliases', items: 'Aliases', key: 'TargetKeyId' }, id ?? key);
  if (alias instanceof Missing) return alias;
  const name = textOf(alias, 'AliasName');
  return name?.startsWith('alias/aws/') === true ? name : key;
}
