import { defineCloudFormation } from '../../../code/index.ts';
import type { DeploymentGroup } from './shape.ts';

export const cloudformation = defineCloudFormation<DeploymentGroup>({
  types: ['AWS::CodeDeploy::DeploymentGroup'],
  identity: ['DeploymentGroupName'],
  read: (group) => ({
    rollsBack: group.block('AutoRollbackConfiguration').boolean('Enabled', { default: false }),
  }),
});
