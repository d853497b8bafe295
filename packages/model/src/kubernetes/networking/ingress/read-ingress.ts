import type { BlockReader, FieldsOf } from '../../../code/index.ts';
import { object } from '../../../code/index.ts';
import type { Dialect } from '../../dialect.ts';
import type { Ingress, IngressHost, IngressTls } from './shape.ts';

export function readIngress(ingress: BlockReader, dialect: Dialect): FieldsOf<Ingress> {
  const metadata = ingress.block('metadata');
  const spec = ingress.block('spec');
  return {
    namespace: metadata.string('namespace', { default: 'default' }),
    annotations: metadata.stringMap('annotations'),
    className: spec.string(dialect('ingressClassName')),
    tls: spec.list<IngressTls>('tls', (tls) => object<IngressTls>({ secret: tls.string(dialect('secretName')) }, tls.place)),
    hosts: spec.list<IngressHost>(dialect('rules'), (rule) => object<IngressHost>({ host: rule.string('host') }, rule.place)),
  };
}
