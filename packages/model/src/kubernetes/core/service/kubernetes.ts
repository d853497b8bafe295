import type { BlockReader } from '../../../code/index.ts';
import { defineKubernetes } from '../../../code/index.ts';
import { manifest } from '../../dialect.ts';
import { readService } from './read-service.ts';
import type { Service } from './shape.ts';

export const kubernetes = defineKubernetes<Service>({
  types: ['Service'],
  identity: ['name'],
  read: (service, context) => readService(service, context, { dialect: manifest, ingresses: ['networking.k8s.io/Ingress'], backendsOf }),
});

/** Both of networking.k8s.io/v1 and of the versions before it. */
function backendsOf(ingress: BlockReader): readonly string[] {
  const spec = ingress.block('spec');
  const paths = spec.blocks('rules').readers.flatMap((rule) => rule.block('http').blocks('paths').readers);
  return [spec.block('defaultBackend'), spec.block('backend'), ...paths.map((path) => path.block('backend'))].flatMap(
    (backend) => backend.block('service').string('name').value ?? backend.string('serviceName').value ?? [],
  );
}
