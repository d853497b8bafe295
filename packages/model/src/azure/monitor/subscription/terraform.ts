import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import { isSubscription } from '../setting-categories.ts';
import type { Subscription } from './shape.ts';

/** Block types by which a root module shows that it sets up a subscription. */
const signs = [
  'azurerm_security_center_subscription_pricing',
  'azurerm_security_center_contact',
  'azurerm_monitor_activity_log_alert',
  'azurerm_subscription_policy_assignment',
  'azurerm_monitor_log_profile',
];

export const terraform = defineTerraform<Subscription>({
  types: [],
  anchor: (context) => signs.flatMap((type) => context.all(type))[0] ?? null,
  read: (anchor, context) => ({ exportsActivityLog: exported(anchor, context) }),
});

function exported(anchor: BlockReader, context: ReaderContext): Leaf<boolean> {
  const [profile] = context.all('azurerm_monitor_log_profile');
  if (profile) return explicit(true, profile.place);
  const settings = context
    .all('azurerm_monitor_diagnostic_setting')
    .map((setting) => ({ setting, is: isSubscription(setting.value('target_resource_id'), setting, 'target_resource_id') }));
  const own = settings.find(({ is }) => is.value === true);
  if (own && !own.setting.uncertain) return explicit(true, own.setting.place);
  const open = own ?? settings.find(({ is }) => is.state === 'unresolved');
  if (open) return unresolved({ code: 'computed', detail: 'it is not known whether the activity log is exported' }, open.setting.place);
  return byDefault(false, anchor.place);
}
