import { defineCloudFormation, mapLeaf, outside } from '../../../code/index.ts';
import type { Certificate } from './shape.ts';

export const cloudformation = defineCloudFormation<Certificate>({
  types: ['AWS::CertificateManager::Certificate'],
  identity: ['DomainName'],
  read(certificate) {
    const main = certificate.strings('DomainName');
    const others = certificate.strings('SubjectAlternativeNames');
    return {
      keyAlgorithm: certificate.string('KeyAlgorithm', { default: 'RSA_2048' }),
      domains: { ...main, items: [...main.items, ...others.items], rest: main.rest ?? others.rest },
      isLogged: mapLeaf(
        certificate.string('CertificateTransparencyLoggingPreference', { default: 'ENABLED' }),
        (preference) => preference === 'ENABLED',
      ),
      isReplacedFirst: outside('CloudFormation always makes the replacement first', certificate.place),
    };
  },
});
