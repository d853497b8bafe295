/** Keys that AWS manages, by the alias that says so. */
import type { RecordedCalls } from '../../live/index.ts';
import { itemsAt, textOf } from '../../live/index.ts';

/**
 * ARN of each key that AWS manages → the ARN of its alias (`…:alias/aws/ebs`), which answers about volumes, databases and so on do not say.
 * Empty where aliases were not listed.
 */
export function managedKeyNames(calls: RecordedCalls): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { place, record } of calls.of('kms', 'ListAliases')) {
    const prefix = `arn:${calls.partition}:kms:${place.region}:${calls.account}`;
    for (const alias of itemsAt(record.response, 'Aliases')) {
      const [name, key] = [textOf(alias, 'AliasName'), textOf(alias, 'TargetKeyId')];
      if (name?.startsWith('alias/aws/') && key !== undefined) names.set(`${prefix}:key/${key}`, `${prefix}:${name}`);
    }
  }
  return names;
}
