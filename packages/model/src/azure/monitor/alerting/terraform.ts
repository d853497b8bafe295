import type { ListItem } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { ActivityAlert, Alerting } from './shape.ts';

const type = 'azurerm_monitor_activity_log_alert';

/** Source: hashicorp/azurerm documentation of azurerm_monitor_activity_log_alert, read 2026-11-22. */
export const terraform = defineTerraform<Alerting>({
  types: [],
  anchor: (context) => context.all(type)[0] ?? null,
  read: (anchor, context) => ({
    alerts: {
      node: 'list',
      items: context.all(type).map((alert): ListItem<ActivityAlert> => {
        const criteria = alert.block('criteria');
        const fields = {
          isEnabled: alert.boolean('enabled', { default: true }),
          category: criteria.string('category'),
          operation: criteria.string('operation_name'),
        };
        return { node: object<ActivityAlert>(fields, alert.place), uncertain: alert.uncertain };
      }),
      rest: null,
      place: anchor.place,
    },
  }),
});
