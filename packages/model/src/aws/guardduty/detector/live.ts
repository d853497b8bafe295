import { defineLive, outside } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { Detector } from './shape.ts';

/** The administrator's detector says whether members are enrolled. */
export const live = defineLive<Detector>({
  ...cloudformation,
  read: (detector, context) => ({
    ...cloudformation.read(detector, context),
    enrollsOrganization: detector.value('EnrollsOrganization')
      ? detector.boolean('EnrollsOrganization', { required: true })
      : outside('another account administers GuardDuty, or none', detector.place),
  }),
});
