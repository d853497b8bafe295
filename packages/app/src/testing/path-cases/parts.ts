/** Pieces of Terraform that the cases of attack paths are put together from. */
import { publicNetwork } from '../public-network.ts';

/** A policy document of these statements. */
export function policy(...statements: readonly object[]): string {
  return `jsonencode(${JSON.stringify({ Version: '2012-10-17', Statement: statements.map((each) => ({ Effect: 'Allow', Resource: '*', ...each })) })})`;
}

/** A trust policy; `principal` as it is written there. */
export function trust(principal: object | string, condition?: object): string {
  const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal, ...(condition && { Condition: condition }) };
  return `jsonencode(${JSON.stringify({ Version: '2012-10-17', Statement: [statement] })})`;
}

export function role(name: string, trusted: string, more = ''): string {
  return `resource "aws_iam_role" "${name}" {
  name               = "${name}"
  assume_role_policy = ${trusted}
  ${more}
}
`;
}

export function rights(name: string, document: string): string {
  return `resource "aws_iam_role_policy" "${name}" {
  role   = aws_iam_role.${name}.name
  policy = ${document}
}
`;
}

export function user(name: string, document: string, more = ''): string {
  return `resource "aws_iam_user" "${name}" {
  name = "${name}"
  ${more}
}
resource "aws_iam_user_policy" "${name}" {
  user   = aws_iam_user.${name}.name
  policy = ${document}
}
`;
}

export const SERVICE = (name: string): string => trust({ Service: `${name}.amazonaws.com` });

/** A role that may do everything, for a service. */
export const admin = (service: string): string => role('admin', SERVICE(service)) + rights('admin', policy({ Action: '*' }));

export const customers = `resource "aws_s3_bucket" "customers" {
  bucket = "orders-bucket"
  tags   = { DataClass = "personal" }
}
`;

export const READ = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders-bucket/*' };
export const OBJECTS = 'arn:aws:s3:::orders-bucket/*';

/** A machine in a public subnet with a port open to the internet. */
export const exposed = (
  port: number,
  options: { readonly open?: string; readonly tokens?: string; readonly more?: string } = {},
): string => `
${publicNetwork}resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = ${port}
    to_port     = ${port}
    protocol    = "tcp"
    cidr_blocks = ["${options.open ?? '0.0.0.0/0'}"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_iam_instance_profile" "web" {
  name = "web"
  role = aws_iam_role.web.name
}
resource "aws_instance" "web" {
  ami                    = "ami-0a1b2c3d4e5f60718"
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.public.id
  vpc_security_group_ids = [aws_security_group.web.id]
  iam_instance_profile   = aws_iam_instance_profile.web.name
  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "${options.tokens ?? 'required'}"
  }
  ${options.more ?? ''}
}
`;
