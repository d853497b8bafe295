import { MANIFEST, acceptsKinds, manifestIn } from '../../terraform-manifest.ts';
import { kubernetes } from './kubernetes.ts';
import type { BlockReader } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { terraformBlocks } from '../../dialect.ts';
import { readService } from './read-service.ts';
import type { Service } from './shape.ts';

export const terraform = defineTerraform<Service>({
  types: ['kubernetes_service', 'kubernetes_service_v1', MANIFEST],
  accepts: acceptsKinds('Service'),
  read: (service, context) => {
    const manifest = manifestIn(service);
    if (manifest) return kubernetes.read(manifest, context);
    return readService(service, context, {
      dialect: terraformBlocks,
      ingresses: ['kubernetes_ingress_v1', 'kubernetes_ingress'],
      backendsOf,
    });
  },
});

function backendsOf(ingress: BlockReader): readonly string[] {
  const spec = ingress.block('spec');
  const paths = spec.blocks('rule').readers.flatMap((rule) => rule.block('http').blocks('path').readers);
  return [spec.block('default_backend'), spec.block('backend'), ...paths.map((path) => path.block('backend'))].flatMap(
    (backend) => backend.block('service').string('name').value ?? backend.string('service_name').value ?? [],
  );
}
