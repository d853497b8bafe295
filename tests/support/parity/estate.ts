/** What the code of examples/estate leaves to pipelines, and what Amazon answers at plan time. */
export const given: Readonly<Record<string, unknown>> = {
  'var.gpu_ami': 'ami-0f1e2d3c4b5a69788',
  'var.partner_cidr': '198.51.100.0/24',
  'var.storefront_version': '4.18.2',
  'var.certificate_arn': 'made ec/production aws_acm_certificate.shop arn',
  'var.contractor_networks': ['203.0.113.128/25'],
  'var.alert_email': 'alerts@example.com',
  'data.aws_caller_identity.current.account_id': '123456789012',
  'data.aws_ami.al2023.id': 'ami-0f1e2d3c4b5a69788',
  'data.terraform_remote_state.baseline.outputs': 'output platform/security-baseline data_key_arn',
  'data.terraform_remote_state.dns.outputs': 'output platform/dns zone_id',
};
