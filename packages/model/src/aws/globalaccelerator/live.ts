/** Answers of AWS Global Accelerator, in the words of CloudFormation. Source: AWS Global Accelerator API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'globalaccelerator:ListAccelerators',
    items: 'Accelerators',
    types: ['AWS::GlobalAccelerator::Accelerator'],
    declare: accelerator,
  },
];

function accelerator(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'AcceleratorArn'), textOf(item, 'Name')];
  if (arn === undefined) return null;
  const ask = (operation: string, parameter: string) =>
    context.answer(`globalaccelerator:${operation}`, { [parameter]: arn }, ['AcceleratorNotFoundException']);
  return {
    type: 'AWS::GlobalAccelerator::Accelerator',
    id: arn,
    name: name ?? arn,
    names: [textOf(item, 'DnsName') ?? arn],
    properties: {
      Name: name,
      FlowLogsEnabled: whenKnown(
        ask('DescribeAcceleratorAttributes', 'AcceleratorArn'),
        (json) => jsonAt(json, 'AcceleratorAttributes.FlowLogsEnabled') ?? false,
      ),
      Tags: whenKnown(ask('ListTagsForResource', 'ResourceArn'), (json) => tagPairs(itemsAt(json, 'Tags'))),
    },
  };
}
