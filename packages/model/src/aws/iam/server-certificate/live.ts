import { defineLive } from '../../../code/index.ts';
import type { ServerCertificate } from './shape.ts';

export const live = defineLive<ServerCertificate>({
  types: ['AWS::IAM::ServerCertificate'],
  identity: ['ServerCertificateName'],
  read: (certificate) => ({ daysLeft: certificate.number('DaysLeft', { required: true }) }),
});
