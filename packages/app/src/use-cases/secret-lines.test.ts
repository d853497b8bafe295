import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretLines, sensitiveVariables } from './secret-lines.ts';

// Put together here so that no scanner takes this file for a leak.
const secret = ['Winter2026', 'orders'].join('-');
const begin = `-----BEGIN RSA ${'PRIVATE'} KEY-----`;

const texts: readonly (readonly [name: string, text: string, expected: string])[] = [
  [
    'a default of a variable with a telling name',
    `variable "db_password" {\n  type    = string\n  default = "${secret}" # ${secret}\n}`,
    'variable "db_password" {\n  type    = string\n  default = "••••••" # ••••••\n}',
  ],
  ['on one line', `variable "db_password" { default = "${secret}" }`, 'variable "••••••" { default = "••••••" }'],
  [
    'a default of a sensitive variable',
    `variable "acl" {\n  default = "${secret}"\n  description = "ACL"\n  sensitive = true\n}`,
    'variable "acl" {\n  default = "••••••"\n  description = "ACL"\n  sensitive = true\n}',
  ],
  [
    'a list',
    `variable "keys" {\n  sensitive = true\n  default = [\n    "${secret}",\n  ]\n}\na = "b"`,
    'variable "keys" {\n  sensitive = true\n  default = [\n    "••••••",\n  ]\n}\na = "b"',
  ],
  [
    'a heredoc',
    `  master_password = <<-EOT\n    ${secret}\n  EOT\n  name = "orders"`,
    '  master_password = <<-EOT\n    ••••••\n  EOT\n  name = "orders"',
  ],
  [
    'a collection',
    `  db_passwords = {\n    orders = "${secret}"\n  }\n  name = "orders"`,
    '  db_passwords = {\n    orders = "••••••"\n  }\n  name = "orders"',
  ],
  [
    'a private key',
    `  key = <<EOT\n${begin}\n${secret}\n-----END\nEOT\n  name = "orders"`,
    '  key = <<EOT\n••••••\n••••••\n-----END\nEOT\n  name = "orders"',
  ],
  [
    'name above value',
    `  {\n    name  = "DB_PASSWORD"\n    value = "${secret}"\n  },\n  {\n    name  = "STAGE"\n    value = "prod"\n  }`,
    '  {\n    name  = "DB_PASSWORD"\n    value = "••••••"\n  },\n  {\n    name  = "STAGE"\n    value = "prod"\n  }',
  ],
  ['the value of a sensitive variable', `acl = "${secret}"\nregion = "eu-west-1"`, 'acl = "••••••"\nregion = "eu-west-1"'],
  [
    'ordinary variables',
    'variable "region" {\n  default = "eu-west-1" # Ireland\n}',
    'variable "region" {\n  default = "eu-west-1" # Ireland\n}',
  ],
  [
    'a reference',
    '  password = var.db_password\n  ingress {\n    from_port = 22\n  }',
    '  password = var.db_password\n  ingress {\n    from_port = 22\n  }',
  ],
  [
    'a secret that is made elsewhere',
    '  secret = {\n    arn = aws_secretsmanager_secret.orders.arn\n  }',
    '  secret = {\n    arn = aws_secretsmanager_secret.orders.arn\n  }',
  ],
];

for (const [name, text, expected] of texts) {
  test(`lines people see: ${name}`, () => {
    const variables = name === 'the value of a sensitive variable' ? new Set(['acl']) : new Set<string>();
    assert.equal(secretLines(text.split('\n'), variables).join('\n'), expected);
  });
}

test('variables declared sensitive are known by name', () => {
  const text =
    'variable "a" {\n  sensitive = true\n}\nvariable "b" {\n}\nvariable "c" {\n  sensitive   = true\n}\nvariable "d" { sensitive = true }\n';
  assert.deepEqual(sensitiveVariables(text), ['a', 'c', 'd']);
});
