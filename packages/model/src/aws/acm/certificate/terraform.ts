import type { BlockReader, Leaf, ListNode } from '../../../code/index.ts';
import { absent, defineTerraform, mapLeaf } from '../../../code/index.ts';
import type { Certificate } from './shape.ts';

export const terraform = defineTerraform<Certificate>({
  types: ['aws_acm_certificate'],
  identity: ['domain_name', 'arn'],
  read: (certificate) => ({
    keyAlgorithm: keyAlgorithm(certificate),
    domains: domains(certificate),
    isLogged: mapLeaf(
      certificate.block('options').string('certificate_transparency_logging_preference', { default: 'ENABLED' }),
      (preference) => preference === 'ENABLED',
    ),
    isReplacedFirst: certificate.block('lifecycle').boolean('create_before_destroy', { default: false }),
  }),
});

function keyAlgorithm(certificate: BlockReader): Leaf<string | undefined> {
  const isImported = certificate.value('certificate_body') !== undefined || certificate.value('private_key') !== undefined;
  return isImported ? absent(certificate.place) : certificate.string('key_algorithm', { default: 'RSA_2048' });
}

function domains(certificate: BlockReader): ListNode<string> {
  const main = certificate.strings('domain_name');
  const others = certificate.strings('subject_alternative_names');
  return { ...main, items: [...main.items, ...others.items], rest: main.rest ?? others.rest };
}
