/** Sections about what runs: services, functions, instances, load balancers, their networks and their permissions. */
import type { SectionContext } from './section.ts';

const WORLD = '0.0.0.0/0';
const OFFICE = '198.51.100.0/24';

export function serviceModules({ random, label, name, modules }: SectionContext): string {
  const services = ['api', 'worker', 'batch', 'admin'].slice(0, random.int(2, 4));
  const entries = services
    .map((service) => `    ${service} = { memory = ${random.pick([256, 512, 1024])}, port = ${random.int(3000, 9000)} }`)
    .join('\n');
  return `module "${label}_services" {
  for_each = {
${entries}
  }
  source = "${modules}/service"

  name      = "${name}-\${each.key}"
  vpc_id    = module.network.vpc_id
  memory_mb = each.value.memory
  ports = {
    http = { port = each.value.port, cidrs = var.allowed_cidrs }
    ${random.chance(0.3) ? `ssh  = { port = 22, cidrs = ["${random.pick([WORLD, OFFICE])}"] }` : 'tls  = { port = 443, cidrs = [var.vpc_cidr] }'}
  }
  environment = {
    STAGE  = var.environment
    REGION = var.region
  }
  log_retention_days = var.log_retention_days
  allowed_actions    = ["${random.pick(['sqs:SendMessage', 's3:GetObject', 'dynamodb:Query', 's3:*'])}"]
  target_arns        = [for queue in local.queue_names : "arn:aws:sqs:\${var.region}:\${var.account_id}:\${queue}"]
  tags               = local.tags
}
`;
}

export function securityGroup({ random, label, name }: SectionContext): string {
  const rules = Array.from({ length: random.int(1, 3) }, () => {
    const port = random.pick([22, 443, 3306, 3389, 5432, 8080]);
    const cidrs = random.chance(0.25) ? `["${WORLD}"]` : random.chance(0.5) ? 'var.allowed_cidrs' : `["${OFFICE}", var.vpc_cidr]`;
    return `
  ingress {
    description = "port ${port} for ${name}"
    from_port   = ${port}
    to_port     = ${port}
    protocol    = "tcp"
    cidr_blocks = ${cidrs}
  }
`;
  }).join('');
  return `resource "aws_security_group" "${label}" {
  name        = "\${local.prefix}-${name}"
  description = "${name} of the \${var.environment} environment"
  vpc_id      = module.network.vpc_id
  tags        = local.tags
${rules}
  dynamic "ingress" {
    for_each = var.extra_rules
    content {
      description = ingress.key
      from_port   = ingress.value.from
      to_port     = ingress.value.to
      protocol    = "tcp"
      cidr_blocks = ingress.value.cidrs
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "${label}" {
  for_each          = toset(var.egress_cidrs)
  security_group_id = aws_security_group.${label}.id
  cidr_ipv4         = each.value
  ip_protocol       = "-1"
}
`;
}

export function roleWithDocument({ random, label, name }: SectionContext): string {
  const action = random.pick(['s3:GetObject', 's3:*', 'iam:PassRole', 'dynamodb:GetItem', 'ec2:Describe*']);
  return `data "aws_iam_policy_document" "${label}_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = [${random.pick(['"ec2.amazonaws.com"', '"ecs-tasks.amazonaws.com"', '"lambda.amazonaws.com"'])}]
    }
  }
}

data "aws_iam_policy_document" "${label}" {
  statement {
    sid       = "Primary"
    actions   = ["${action}", "cloudwatch:PutMetricData"]
    resources = [${random.chance(0.3) ? '"*"' : '"arn:aws:s3:::${local.prefix}-*"'}]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = [var.region]
    }
  }

  dynamic "statement" {
    for_each = local.queue_names
    content {
      sid       = "Queue\${statement.key}"
      actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
      resources = ["arn:aws:sqs:\${var.region}:\${var.account_id}:\${statement.value}"]
    }
  }
}

resource "aws_iam_role" "${label}" {
  name               = "\${local.prefix}-${name}"
  assume_role_policy = data.aws_iam_policy_document.${label}_trust.json
  max_session_duration = ${random.pick([3600, 7200, 43_200])}
  tags               = local.tags
}

resource "aws_iam_policy" "${label}" {
  name   = "\${local.prefix}-${name}"
  policy = data.aws_iam_policy_document.${label}.json
}

resource "aws_iam_role_policy_attachment" "${label}" {
  role       = aws_iam_role.${label}.name
  policy_arn = aws_iam_policy.${label}.arn
}
`;
}

export function inlinePolicy({ random, label, name }: SectionContext): string {
  return `resource "aws_iam_user" "${label}" {
  name = "${name}"
  tags = merge(local.tags, { owner = var.owner })
}

# Access of a person who works with ${name}; reviewed every quarter.
resource "aws_iam_user_policy" "${label}" {
  name   = "${name}-access"
  user   = aws_iam_user.${label}.name
  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["${random.pick(['s3:ListBucket', '*', 'rds:Describe*'])}"],
          "Resource": "${random.chance(0.4) ? '*' : 'arn:aws:s3:::${local.prefix}-' + name}"
        }
      ]
    }
  JSON
}
`;
}

export function lambda({ random, label, name }: SectionContext): string {
  return `resource "aws_lambda_function" "${label}" {
  function_name = "\${local.prefix}-${name}"
  role          = "arn:aws:iam::\${var.account_id}:role/${name}"
  runtime       = "${random.pick(['nodejs22.x', 'python3.13', 'python3.8'])}"
  handler       = "main.handler"
  filename      = "build/${name}.zip"
  memory_size   = lookup(local.sizes, var.environment, 256)
  timeout       = ${random.int(3, 60)}
  kms_key_arn   = local.kms_key_arn

  environment {
    variables = {
      TABLE     = "\${local.prefix}-${name}"
      LOG_LEVEL = var.environment == "prod" ? "warn" : "debug"
      BUCKET    = format("%s-%s", local.prefix, "${name}")
    }
  }

  dynamic "vpc_config" {
    for_each = var.in_vpc ? [module.network.private_subnet_ids] : []
    content {
      subnet_ids         = vpc_config.value
      security_group_ids = []
    }
  }
  tags = local.tags
}

resource "aws_cloudwatch_log_group" "${label}" {
  name              = "/aws/lambda/\${aws_lambda_function.${label}.function_name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = local.kms_key_arn
}

resource "aws_lambda_permission" "${label}" {
  statement_id  = "AllowEvents"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.${label}.function_name
  principal     = "${random.chance(0.1) ? '*' : 'events.amazonaws.com'}"
  source_arn    = "arn:aws:events:\${var.region}:\${var.account_id}:rule/${name}"
}
`;
}

export function instances({ random, label, name }: SectionContext): string {
  return `resource "aws_instance" "${label}" {
  count                       = var.instance_count
  ami                         = var.ami_id
  instance_type               = var.environment == "prod" ? "m7g.large" : "t4g.small"
  subnet_id                   = element(module.network.private_subnet_ids, count.index)
  associate_public_ip_address = ${random.chance(0.2)}
  monitoring                  = var.environment == "prod"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "${random.pick(['required', 'required', 'optional'])}"
  }

  root_block_device {
    encrypted   = ${random.chance(0.7)}
    volume_size = ${random.int(20, 200)}
    volume_type = "gp3"
  }

  dynamic "ebs_block_device" {
    for_each = var.data_volumes
    iterator = volume
    content {
      device_name = volume.value.device
      volume_size = volume.value.size
      encrypted   = volume.value.encrypted
    }
  }

  user_data = <<-EOT
    #!/bin/sh
    echo "\${var.environment} ${name}-\${count.index}" > /etc/motd
    %{ if var.environment == "prod" ~}
    systemctl enable --now guard
    %{ endif ~}
  EOT

  tags = merge(local.tags, { Name = "\${local.prefix}-${name}-\${count.index}" })
}
`;
}

export function loadBalancer({ random, label, name }: SectionContext): string {
  return `resource "aws_lb" "${label}" {
  name                       = substr("\${local.prefix}-${name}", 0, 31)
  internal                   = ${random.chance(0.5)}
  load_balancer_type         = "application"
  drop_invalid_header_fields = ${random.chance(0.6)}
  subnets                    = module.network.private_subnet_ids

  access_logs {
    bucket  = var.log_bucket
    enabled = ${random.chance(0.6)}
  }
  tags = local.tags
}

resource "aws_lb_listener" "${label}" {
  load_balancer_arn = aws_lb.${label}.arn
  port              = ${random.pick([80, 443])}
  protocol          = "${random.pick(['HTTP', 'HTTPS'])}"
  ssl_policy        = var.tls_policy

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.${label}.arn
  }
}

resource "aws_lb_target_group" "${label}" {
  name     = substr("${name}-\${var.environment}", 0, 31)
  port     = ${random.int(3000, 9000)}
  protocol = "HTTP"
  vpc_id   = module.network.vpc_id
  health_check {
    path = "/health"
  }
}
`;
}
