import { byDefault, defineArm, explicit } from '../../../code/index.ts';
import type { Subscription } from './shape.ts';

const signs = [
  'Microsoft.Security/pricings',
  'Microsoft.Security/securityContacts',
  'Microsoft.Insights/activityLogAlerts',
  'Microsoft.Insights/logprofiles',
];

export const arm = defineArm<Subscription>({
  types: [],
  anchor: (context) => signs.flatMap((type) => context.all(type))[0] ?? null,
  read(anchor, context) {
    const settings = context
      .all('Microsoft.Insights/diagnosticSettings')
      .filter((setting) => setting.value('scope') === undefined && setting.value('parent') === undefined);
    const [own] = [...settings, ...context.all('Microsoft.Insights/logprofiles')];
    return { exportsActivityLog: own ? explicit(true, own.place) : byDefault(false, anchor.place) };
  },
});
