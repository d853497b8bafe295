import { defineCloudFormation } from '../../../code/index.ts';
import type { DocumentParameterGroup } from './shape.ts';

export const cloudformation = defineCloudFormation<DocumentParameterGroup>({
  types: ['AWS::DocDB::DBClusterParameterGroup'],
  identity: ['Name'],
  read: (group) => ({
    parameters: group.stringMap('Parameters'),
  }),
});
