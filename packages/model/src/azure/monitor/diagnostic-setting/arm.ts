import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineArm, explicit, outside } from '../../../code/index.ts';
import { retentionsOf } from '../retentions.ts';
import { sentCategories } from '../setting-categories.ts';
import type { DiagnosticSetting } from './shape.ts';

/** A setting that extends no resource is one of the subscription the template is deployed to. */
export const arm = defineArm<DiagnosticSetting>({
  types: ['Microsoft.Insights/diagnosticSettings'],
  identity: ['name'],
  read(setting, context) {
    const properties = setting.block('properties');
    return {
      isOfSubscription: ofSubscription(setting),
      categories: sentCategories(properties, [properties.blocks('logs')], ['category', 'categoryGroup']),
      hasStorageAccount: properties.isSet('storageAccountId'),
      storageAccount: context.ref(properties, 'storageAccountId', 'azure.storage.account'),
      retentions: retentionsOf(properties, ['logs'], 'retentionPolicy'),
    };
  },
});

function ofSubscription(setting: BlockReader): Leaf<boolean> {
  if (!setting.resource) return outside('it is not in this code', setting.place);
  const owner = ['scope', 'parent'].find((name) => setting.value(name) !== undefined);
  return owner ? explicit(false, setting.placeOf(owner)) : byDefault(true, setting.place);
}
