/** Answers of the AWS Config API, in the words of CloudFormation. Source: AWS Config API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { daysSince, itemsAt, jsonAt, lookUp, Missing, textOf, whenKnown } from '../../live/index.ts';
import { unaskedTags } from '../core/unasked-tags.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'config:DescribeConfigurationRecorders',
    items: 'ConfigurationRecorders',
    types: ['AWS::Config::ConfigurationRecorder'],
    declare: recorder,
  },
  {
    call: 'config:DescribeDeliveryChannelStatus',
    items: 'DeliveryChannelsStatus',
    types: ['AWS::Config::DeliveryChannel'],
    declare: deliveryChannel,
  },
  {
    call: 'config:DescribeConfigurationAggregators',
    items: 'ConfigurationAggregators',
    types: ['AWS::Config::ConfigurationAggregator'],
    declare: aggregator,
  },
];

const STATUS = { call: 'config:DescribeConfigurationRecorderStatus', items: 'ConfigurationRecordersStatus', key: 'name' } as const;

function recorder(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'name');
  if (name === undefined) return null;
  const status = lookUp(context, STATUS, name);
  const group = jsonAt(item, 'recordingGroup');
  return {
    type: 'AWS::Config::ConfigurationRecorder',
    id: textOf(item, 'arn') ?? `${own(context)}recorder/${name}`,
    name: `${name} in ${context.region}`,
    properties: {
      Name: name,
      RoleARN: textOf(item, 'roleARN'),
      RecordingGroup: {
        // Everything but some types is not everything.
        AllSupported: jsonAt(group, 'allSupported') ?? false,
        IncludeGlobalResourceTypes: jsonAt(group, 'includeGlobalResourceTypes') ?? false,
      },
      IsRecording: status instanceof Missing ? status : (jsonAt(status, 'recording') ?? false),
    },
  };
}

function deliveryChannel(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'name');
  if (name === undefined) return null;
  const history = jsonAt(item, 'configHistoryDeliveryInfo');
  const stream = jsonAt(item, 'configStreamDeliveryInfo');
  const days: LiveValue = whenKnown(history, (json) => daysSince(jsonAt(json, 'lastSuccessfulTime'), context.at));
  return {
    type: 'AWS::Config::DeliveryChannel',
    id: `${own(context)}delivery-channel/${name}`,
    name: `${name} in ${context.region}`,
    properties: {
      HistoryStatus: textOf(history, 'lastStatus'),
      HistoryError: textOf(history, 'lastErrorMessage') ?? textOf(history, 'lastErrorCode'),
      StreamStatus: textOf(stream, 'lastStatus'),
      StreamError: textOf(stream, 'lastErrorMessage') ?? textOf(stream, 'lastErrorCode'),
      DeliveredDays: days,
    },
  };
}

function aggregator(item: Json): LiveThing | null {
  const [name, id] = [textOf(item, 'ConfigurationAggregatorName'), textOf(item, 'ConfigurationAggregatorArn')];
  if (name === undefined || id === undefined) return null;
  const accounts = itemsAt(item, 'AccountAggregationSources');
  const organization = jsonAt(item, 'OrganizationAggregationSource');
  return {
    type: 'AWS::Config::ConfigurationAggregator',
    id,
    name,
    properties: {
      ConfigurationAggregatorName: name,
      AccountAggregationSources: accounts.length > 0 ? accounts : undefined,
      OrganizationAggregationSource: organization,
      Tags: unaskedTags,
    },
  };
}

function own({ partition, region, account }: LiveContext): string {
  return `arn:${partition}:config:${region}:${account}:`;
}
