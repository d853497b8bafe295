import type { BlockReader, ReaderContext } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import { rolePermissionsInTemplate } from '../../iam/role-permissions-cloudformation.ts';
import type { NotebookRole } from './shape.ts';

export const cloudformation = defineCloudFormation<NotebookRole>({
  types: ['AWS::SageMaker::NotebookInstance'],
  identity: ['NotebookInstanceName'],
  read: (notebook, context) => ({
    policies: permissions(notebook, context).documents,
    managedPolicies: permissions(notebook, context).managed,
  }),
});

function permissions(notebook: BlockReader, context: ReaderContext): ReturnType<typeof rolePermissionsInTemplate> {
  return rolePermissionsInTemplate(notebook.value('RoleArn'), { context, place: notebook.placeOf('RoleArn') });
}
