import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, explicit, object } from '../../../code/index.ts';
import type { Dialect } from '../../dialect.ts';
import { inNamespace, lackOf } from '../../by-namespace.ts';
import { nameOf, namespaceOf } from '../../metadata.ts';
import type { Service, ServicePort } from './shape.ts';

export interface ServiceFormat {
  readonly dialect: Dialect;
  /** Block types of ingresses. */
  readonly ingresses: readonly string[];
  /** Names of the services that one ingress sends to. */
  backendsOf(ingress: BlockReader): readonly string[];
}

export function readService(service: BlockReader, context: ReaderContext, format: ServiceFormat): FieldsOf<Service> {
  const { dialect } = format;
  const metadata = service.block('metadata');
  const spec = service.block('spec');
  return {
    namespace: metadata.string('namespace', { default: 'default' }),
    annotations: metadata.stringMap('annotations'),
    labels: metadata.stringMap('labels'),
    selector: spec.stringMap('selector'),
    type: spec.string('type', { default: 'ClusterIP' }),
    ports: spec.list<ServicePort>(dialect('ports'), (port) =>
      object<ServicePort>(
        { label: port.string('name'), number: port.number('port'), target: port.string(dialect('targetPort')) },
        port.place,
      ),
    ),
    externalIps: spec.strings(dialect('externalIPs')),
    sourceRanges: spec.strings(dialect('loadBalancerSourceRanges')),
    isBehindIngress: behindIngress(service, context, format),
  };
}

function behindIngress(service: BlockReader, context: ReaderContext, { ingresses, backendsOf }: ServiceFormat): Leaf<boolean> {
  const name = nameOf(service);
  const found = ingresses
    .flatMap((type) => inNamespace(context.all(type), namespaceOf(service)))
    .find((ingress) => name !== undefined && backendsOf(ingress).includes(name));
  if (found) return explicit(true, found.place);
  return lackOf(ingresses.flatMap((type) => context.all(type))) ?? byDefault(false, service.place);
}
