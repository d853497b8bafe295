import { defineTerraform } from '../../../code/index.ts';
import type { Detector } from './shape.ts';

export const terraform = defineTerraform<Detector>({
  types: ['aws_guardduty_detector'],
  read: (detector) => ({ isEnabled: detector.boolean('enable', { default: true }) }),
});
