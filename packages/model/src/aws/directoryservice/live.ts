/** Answers of AWS Directory Service, in the words of Terraform. Source: AWS Directory Service API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { jsonAt, textOf } from '../../live/index.ts';

const LOGS = 'aws_directory_service_log_subscription';
const RADIUS = 'aws_directory_service_radius_settings';

export const live: readonly LiveSource[] = [
  {
    call: 'ds:DescribeDirectories',
    items: 'DirectoryDescriptions',
    types: ['aws_directory_service_directory', RADIUS],
    declare: directory,
  },
  { call: 'ds:ListLogSubscriptions', items: 'LogSubscriptions', types: [LOGS], declare: subscription },
];

function arnOf(id: string, { partition, region, account }: LiveContext): string {
  return `arn:${partition}:ds:${region}:${account}:directory/${id}`;
}

function directory(item: Json, context: LiveContext): readonly LiveThing[] {
  const [id, name, type] = [textOf(item, 'DirectoryId'), textOf(item, 'Name'), textOf(item, 'Type')];
  // A directory that another account shares is that account's to set up.
  if (id === undefined || type === 'SharedMicrosoftAD') return [];
  const own: LiveThing = {
    type: 'aws_directory_service_directory',
    id: arnOf(id, context),
    name: name ?? id,
    names: [id],
    properties: { name, type },
  };
  const radius = jsonAt(item, 'RadiusSettings');
  if (radius === undefined) return [own];
  const settings: LiveThing = {
    type: RADIUS,
    id: `${own.id}#radius`,
    properties: { directory_id: id, authentication_protocol: textOf(radius, 'AuthenticationProtocol') },
  };
  return [own, settings];
}

function subscription(item: Json, context: LiveContext): LiveThing | null {
  const id = textOf(item, 'DirectoryId');
  if (id === undefined) return null;
  return { type: LOGS, id: `${arnOf(id, context)}#logs`, properties: { directory_id: id, log_group_name: textOf(item, 'LogGroupName') } };
}
