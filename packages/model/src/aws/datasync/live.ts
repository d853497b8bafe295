/** Answers of the DataSync API, in the words of Terraform. Source: AWS DataSync API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'datasync:ListLocations', items: 'Locations', types: ['aws_datasync_location_object_storage'], declare: location },
];

/** Secret keys are never answered, so that none stands anywhere. */
function location(item: Json, context: LiveContext): LiveThing | null {
  const [id, uri] = [textOf(item, 'LocationArn'), textOf(item, 'LocationUri')];
  if (id === undefined || uri?.startsWith('object-storage://') !== true) return null;
  const answer = context.answer('datasync:DescribeLocationObjectStorage', { LocationArn: id });
  return {
    type: 'aws_datasync_location_object_storage',
    id,
    name: uri,
    properties: {
      server_hostname: uri.slice('object-storage://'.length).split('/')[0],
      server_protocol: whenKnown(answer, (json) => textOf(json, 'ServerProtocol') ?? 'HTTPS'),
    },
  };
}
