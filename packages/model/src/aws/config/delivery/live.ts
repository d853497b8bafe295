import { defineLive } from '../../../code/index.ts';
import type { ConfigDelivery } from './shape.ts';

export const live = defineLive<ConfigDelivery>({
  types: ['AWS::Config::DeliveryChannel'],
  read: (channel) => ({
    historyStatus: channel.string('HistoryStatus'),
    historyError: channel.string('HistoryError'),
    streamStatus: channel.string('StreamStatus'),
    streamError: channel.string('StreamError'),
  }),
});
