import { defineTerraform } from '../../../code/index.ts';
import type { AccessPoint } from './shape.ts';

export const terraform = defineTerraform<AccessPoint>({
  types: ['aws_efs_access_point'],
  identity: ['id'],
  read: (point) => ({
    rootDirectory: point.block('root_directory').string('path', { default: '/' }),
    enforcesUser: point.has('posix_user'),
  }),
});
