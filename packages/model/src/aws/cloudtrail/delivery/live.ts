import { defineLive } from '../../../code/index.ts';
import type { TrailDelivery } from './shape.ts';

export const live = defineLive<TrailDelivery>({
  types: ['AWS::CloudTrail::Trail'],
  identity: ['TrailName'],
  read: (trail) => ({
    isLogging: trail.boolean('IsLogging', { required: true }),
    deliveryError: trail.string('DeliveryError'),
    digestError: trail.string('DigestError'),
    logGroupError: trail.string('LogGroupError'),
    notificationError: trail.string('NotificationError'),
    deliveredDays: trail.number('DeliveredDays'),
  }),
});
