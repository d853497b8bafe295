import { defineCloudFormation } from '../../../code/index.ts';
import type { AccessPoint } from './shape.ts';

export const cloudformation = defineCloudFormation<AccessPoint>({
  types: ['AWS::EFS::AccessPoint'],
  read: (point) => ({
    rootDirectory: point.block('RootDirectory').string('Path', { default: '/' }),
    enforcesUser: point.has('PosixUser'),
  }),
});
