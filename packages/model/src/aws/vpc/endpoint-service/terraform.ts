import { defineTerraform } from '../../../code/index.ts';
import type { EndpointService } from './shape.ts';

export const terraform = defineTerraform<EndpointService>({
  types: ['aws_vpc_endpoint_service'],
  satellites: { aws_vpc_endpoint_service_allowed_principal: 'vpc_endpoint_service_id' },
  identity: ['id', 'service_name'],
  read(service, context) {
    const own = service.strings('allowed_principals');
    const beside = context.satellites('aws_vpc_endpoint_service_allowed_principal').map((each) => each.strings('principal_arn'));
    return {
      acceptanceRequired: service.boolean('acceptance_required', { required: true }),
      allowedPrincipals: {
        ...own,
        items: [...own.items, ...beside.flatMap(({ items }) => items)],
        rest: own.rest ?? beside.find(({ rest }) => rest)?.rest ?? null,
      },
    };
  },
});
