import type { Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { Directory } from './shape.ts';

export const terraform = defineTerraform<Directory>({
  types: ['aws_directory_service_directory'],
  satellites: { aws_directory_service_log_subscription: 'directory_id', aws_directory_service_radius_settings: 'directory_id' },
  identity: ['name'],
  read: (directory, context) => ({
    type: directory.string('type', { default: 'SimpleAD' }),
    forwardsLogs: forwardsLogs(context),
    radiusProtocol: context.satellite('aws_directory_service_radius_settings').string('authentication_protocol'),
  }),
});

function forwardsLogs(context: ReaderContext): Leaf<boolean> {
  const subscription = context.satellite('aws_directory_service_log_subscription');
  return subscription.isSet('log_group_name');
}
