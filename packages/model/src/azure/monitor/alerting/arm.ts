import type { BlockReader, Leaf, ListItem } from '../../../code/index.ts';
import { absent, defineArm, object } from '../../../code/index.ts';
import { isSeen, unseenAmong } from '../../core/index.ts';
import type { ActivityAlert, Alerting } from './shape.ts';

const type = 'Microsoft.Insights/activityLogAlerts';

/** Source: Azure template reference of Microsoft.Insights/activityLogAlerts, read 2026-11-22. */
export const arm = defineArm<Alerting>({
  types: [],
  anchor: (context) => context.all(type)[0] ?? null,
  read: (anchor, context) => ({
    alerts: {
      node: 'list',
      items: context
        .all(type)
        .filter(isSeen)
        .map((alert): ListItem<ActivityAlert> => {
          const properties = alert.block('properties');
          const conditions = properties.block('condition').blocks('allOf').readers;
          const fields = {
            isEnabled: properties.boolean('enabled', { default: true }),
            category: valueOf(conditions, 'category', alert),
            operation: valueOf(conditions, 'operationName', alert),
          };
          return { node: object<ActivityAlert>(fields, alert.place), uncertain: alert.uncertain };
        }),
      rest: unseenAmong(context.all(type)),
      place: anchor.place,
    },
  }),
});

/** What a field of the event must equal. */
function valueOf(conditions: readonly BlockReader[], field: string, alert: BlockReader): Leaf<string | undefined> {
  const condition = conditions.find((each) => each.string('field').value?.toLowerCase() === field.toLowerCase());
  return condition ? condition.string('equals') : absent(alert.place);
}
