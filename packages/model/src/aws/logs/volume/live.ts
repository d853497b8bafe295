import { defineLive } from '../../../code/index.ts';
import type { LogVolume } from './shape.ts';

export const live = defineLive<LogVolume>({
  types: ['AWS::Logs::LogGroup'],
  identity: ['LogGroupName'],
  read: (group) => ({
    storedBytes: group.number('StoredBytes', { required: true }),
    ageDays: group.number('AgeDays', { required: true }),
  }),
});
