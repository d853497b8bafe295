import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { isEnabled, isWord } from '../../core/index.ts';
import type { DatabricksWorkspace } from './shape.ts';

export const arm = defineArm<DatabricksWorkspace>({
  types: ['Microsoft.Databricks/workspaces'],
  identity: ['name'],
  read(workspace): FieldsOf<DatabricksWorkspace> {
    const properties = workspace.block('properties');
    const parameters = properties.block('parameters');
    return {
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      ownNetwork: parameters.block('customVirtualNetworkId').isSet('value'),
      noPublicIp: parameters.block('enableNoPublicIp').boolean('value', { default: false }),
      customerKey: isWord(parameters.block('encryption').block('value').string('keySource'), 'Microsoft.Keyvault'),
    };
  },
});
