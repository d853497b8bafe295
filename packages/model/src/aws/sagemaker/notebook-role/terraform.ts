import type { BlockReader, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { rolePermissions } from '../../iam/role-permissions.ts';
import type { NotebookRole } from './shape.ts';

export const terraform = defineTerraform<NotebookRole>({
  types: ['aws_sagemaker_notebook_instance'],
  identity: ['name'],
  read: (notebook, context) => ({
    policies: permissions(notebook, context).documents,
    managedPolicies: permissions(notebook, context).managed,
  }),
});

function permissions(notebook: BlockReader, context: ReaderContext): ReturnType<typeof rolePermissions> {
  return rolePermissions(notebook.value('role_arn'), { context, place: notebook.placeOf('role_arn') });
}
