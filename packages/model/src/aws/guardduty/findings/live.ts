import { defineLive } from '../../../code/index.ts';
import type { GuardDutyFindings } from './shape.ts';

export const live = defineLive<GuardDutyFindings>({
  types: ['AWS::GuardDuty::Detector'],
  read: (detector) => ({ high: detector.number('HighFindings', { required: true }) }),
});
