import { defineArm } from '../../../code/index.ts';
import { isEnabled, not } from '../../core/index.ts';
import type { Workspace } from './shape.ts';

export const arm = defineArm<Workspace>({
  types: ['Microsoft.OperationalInsights/workspaces'],
  identity: ['name'],
  read(workspace) {
    const properties = workspace.block('properties');
    return {
      retentionDays: properties.number('retentionInDays', { default: 30 }),
      dailyCapGb: properties.block('workspaceCapping').number('dailyQuotaGb', { default: -1 }),
      takesFromInternet: isEnabled(properties, 'publicNetworkAccessForIngestion', true),
      answersInternet: isEnabled(properties, 'publicNetworkAccessForQuery', true),
      hasLocalAuthentication: not(properties.block('features').boolean('disableLocalAuth', { default: false })),
    };
  },
});
