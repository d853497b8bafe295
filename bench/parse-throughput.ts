/** Parser throughput: `node bench/parse-throughput.ts [FILE.tf] [MEGABYTES]`. First pass in this fresh process, then warm passes. */
import { readFileSync } from 'node:fs';
import { parseHcl } from '../packages/parsers/src/hcl/index.ts';

const [path, size = '10'] = process.argv.slice(2);
const targetLength = Number(size) * 1e6;

const built = (index: number): string => `
# Bucket ${index} of the orders team
resource "aws_s3_bucket" "orders_${index}" {
  for_each      = { for name, settings in var.buckets : name => settings if settings.enabled }
  bucket        = "orders-\${each.key}-\${data.aws_caller_identity.current.account_id}"
  force_destroy = false
  tags          = merge(local.tags, { Name = "orders-${index}", CostCenter = ${index} })
}

resource "aws_security_group" "web_${index}" {
  vpc_id = aws_vpc.main[0].id
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["192.0.2.0/24", "198.51.100.0/24"] # offices
  }
  dynamic "egress" {
    for_each = var.environment == "prod" ? var.egress_rules : []
    content {
      from_port   = egress.value.from
      to_port     = egress.value.to
      protocol    = "tcp"
      cidr_blocks = concat(egress.value.cidrs, aws_subnet.private[*].cidr_block)
    }
  }
}

resource "aws_iam_policy" "reader_${index}" {
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "\${aws_s3_bucket.orders_${index}["eu"].arn}/*" }]
    }
  EOT
}
`;

function texts(): readonly string[] {
  const files: string[] = [];
  const given = path ? readFileSync(path, 'utf8') : null;
  for (let length = 0, index = 0; length < targetLength; index++) {
    // Files of about 20 kB, as large modules have them.
    const text = given ?? Array.from({ length: 16 }, (_, part) => built(index * 16 + part)).join('');
    files.push(text);
    length += text.length;
  }
  return files;
}

const files = texts();
const megabytes = files.reduce((sum, text) => sum + text.length, 0) / 1e6;
console.log(`${files.length} files, ${megabytes.toFixed(1)} MB`);
for (let pass = 1; pass <= 4; pass++) {
  const started = performance.now();
  let diagnostics = 0;
  for (const [index, text] of files.entries()) diagnostics += parseHcl({ path: `${index}.tf`, text }).diagnostics.length;
  const elapsed = performance.now() - started;
  const label = pass === 1 ? 'first pass' : `pass ${pass}`;
  console.log(`${label}: ${elapsed.toFixed(0)} ms, ${((megabytes * 1000) / elapsed).toFixed(1)} MB/s, ${diagnostics} diagnostics`);
}
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
