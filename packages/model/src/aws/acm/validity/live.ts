import { defineLive, mapLeaf } from '../../../code/index.ts';
import type { CertificateValidity } from './shape.ts';

export const live = defineLive<CertificateValidity>({
  types: ['AWS::CertificateManager::Certificate'],
  identity: ['DomainName'],
  read: (certificate) => ({
    daysLeft: certificate.number('DaysLeft'),
    isInUse: certificate.boolean('IsInUse', { required: true }),
    isRenewed: mapLeaf(certificate.string('RenewalEligibility', { default: 'INELIGIBLE' }), (value) => value === 'ELIGIBLE'),
    renewalStatus: certificate.string('RenewalStatus'),
  }),
});
