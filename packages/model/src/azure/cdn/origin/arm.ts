import { defineArm } from '../../../code/index.ts';
import type { Origin } from './shape.ts';

export const arm = defineArm<Origin>({
  types: ['Microsoft.Cdn/profiles/originGroups/origins'],
  identity: ['name'],
  read: (origin) => ({ checksCertificateName: origin.block('properties').boolean('enforceCertificateNameCheck', { default: true }) }),
});
