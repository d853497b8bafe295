import type { MapNode } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import type { ParameterGroup } from './shape.ts';

/** Source: CloudFormation template reference of both groups, read 2026-11-22. */
export const cloudformation = defineCloudFormation<ParameterGroup>({
  types: ['AWS::RDS::DBParameterGroup', 'AWS::RDS::DBClusterParameterGroup'],
  identity: ['DBParameterGroupName', 'DBClusterParameterGroupName'],
  read: (group) => ({ family: group.string('Family', { default: '' }), parameters: lowerCased(group.stringMap('Parameters')) }),
});

function lowerCased(parameters: MapNode<string>): MapNode<string> {
  return { ...parameters, entries: new Map([...parameters.entries].map(([name, value]) => [name.toLowerCase(), value])) };
}
