import { defineTerraform } from '../../../code/index.ts';
import type { ResponseHeadersPolicy } from './shape.ts';

export const terraform = defineTerraform<ResponseHeadersPolicy>({
  types: ['aws_cloudfront_response_headers_policy'],
  identity: ['name'],
  read: (policy) => ({
    hasHsts: policy.block('security_headers_config').has('strict_transport_security'),
    hstsMaxAgeSeconds: policy.block('security_headers_config').block('strict_transport_security').number('access_control_max_age_sec'),
    hstsSubdomains: policy
      .block('security_headers_config')
      .block('strict_transport_security')
      .boolean('include_subdomains', { default: false }),
    hstsOverrides: policy.block('security_headers_config').block('strict_transport_security').boolean('override', { default: false }),
    hstsPreload: policy.block('security_headers_config').block('strict_transport_security').boolean('preload', { default: false }),
  }),
});
