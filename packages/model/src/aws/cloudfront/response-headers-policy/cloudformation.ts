import { defineCloudFormation } from '../../../code/index.ts';
import type { ResponseHeadersPolicy } from './shape.ts';

export const cloudformation = defineCloudFormation<ResponseHeadersPolicy>({
  types: ['AWS::CloudFront::ResponseHeadersPolicy'],
  read: (policy) => ({
    hasHsts: policy.block('ResponseHeadersPolicyConfig').block('SecurityHeadersConfig').has('StrictTransportSecurity'),
    hstsMaxAgeSeconds: policy
      .block('ResponseHeadersPolicyConfig')
      .block('SecurityHeadersConfig')
      .block('StrictTransportSecurity')
      .number('AccessControlMaxAgeSec'),
    hstsSubdomains: policy
      .block('ResponseHeadersPolicyConfig')
      .block('SecurityHeadersConfig')
      .block('StrictTransportSecurity')
      .boolean('IncludeSubdomains', { default: false }),
    hstsOverrides: policy
      .block('ResponseHeadersPolicyConfig')
      .block('SecurityHeadersConfig')
      .block('StrictTransportSecurity')
      .boolean('Override', { default: false }),
    hstsPreload: policy
      .block('ResponseHeadersPolicyConfig')
      .block('SecurityHeadersConfig')
      .block('StrictTransportSecurity')
      .boolean('Preload', { default: false }),
  }),
});
