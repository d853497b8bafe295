/** One synthetic root module: provider, variables, tfvars, locals, a network, a module chain and sections until it is long enough. */
import type { Random } from './random.ts';
import { pickSection } from './sections.ts';

export interface RootOptions {
  readonly random: Random;
  readonly team: string;
  readonly environment: string;
  /** Lines wanted; the result is at most one section (80 lines) longer. */
  readonly lines: number;
  /** Path from the root to its module group. */
  readonly modules: string;
  /** Whether the root calls the module chain of depth 8. */
  readonly hasChain: boolean;
}

const SYSTEMS = [
  'orders',
  'invoices',
  'payments',
  'catalog',
  'search',
  'media',
  'reports',
  'audit',
  'sessions',
  'carts',
  'shipping',
  'returns',
];
const REGIONS = ['ap-northeast-1', 'ap-northeast-3', 'eu-central-1', 'us-west-2'];

/** Files of the root, file name to text. */
export function rootModule(options: RootOptions): ReadonlyMap<string, string> {
  const { random, hasChain, lines, modules } = options;
  const region = random.pick(REGIONS);
  const files = new Map<string, string>([
    ['main.tf', main(modules, hasChain)],
    ['variables.tf', VARIABLES],
    ['terraform.tfvars', tfvars(options, region)],
    ['locals.tf', LOCALS],
  ]);
  let written = [...files.values()].reduce((sum, text) => sum + countLines(text), 0);
  for (let index = 1; written < lines; index++) {
    const system = random.pick(SYSTEMS);
    const section = pickSection(random);
    const text = section.text({ random, label: `${system}_${index}`, name: `${system}-${index}`, modules });
    const before = files.get(section.file);
    files.set(section.file, before === undefined ? text : `${before}\n${text}`);
    written += countLines(text) + (before === undefined ? 0 : 1);
  }
  return files;
}

/** Lines as `wc -l` counts them. */
export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function main(modules: string, hasChain: boolean): string {
  const chain = `
module "chain" {
  source = "${modules}/chain/level-1"
  shards = { for name, days in var.shards : name => { retention_days = days } }
  tags   = local.tags
}
`;
  return `terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.60"
    }
  }
}

provider "aws" {
  region = var.region
  default_tags {
    tags = local.tags
  }
}

module "network" {
  source = "${modules}/network"

  name      = local.prefix
  cidr      = var.vpc_cidr
  region    = var.region
  flow_logs = var.environment == "prod"
  tags      = local.tags
}
${hasChain ? chain : ''}`;
}

function tfvars({ random, team, environment }: RootOptions, region: string): string {
  return `# Values of ${team} in ${environment}
team               = "${team}"
environment        = "${environment}"
region             = "${region}"
owner              = "${team}@example.com"
vpc_cidr           = "10.${random.int(0, 250)}.0.0/16"
log_retention_days = ${random.pick([1, 30, 90, 400])}
block_public       = ${random.chance(0.8)}
instance_count     = ${random.int(1, 3)}
allowed_cidrs      = ["192.0.2.0/24", "${random.chance(0.15) ? '0.0.0.0/0' : '203.0.113.0/24'}"]
shards             = { east = ${random.int(7, 90)}, west = ${random.int(7, 90)} }

extra_rules = {
  metrics = { from = 9100, to = 9100, cidrs = ["10.0.0.0/8"] }
  support = { from = 22, to = 22, cidrs = ["${random.chance(0.2) ? '0.0.0.0/0' : '198.51.100.7/32'}"] }
}

data_volumes = [
  { device = "/dev/sdf", size = ${random.int(50, 500)}, encrypted = ${random.chance(0.7)} },
]
`;
}

const VARIABLES = `variable "team" {
  type = string
}

variable "environment" {
  description = "dev, stage or prod"
  type        = string

  validation {
    condition     = contains(["dev", "stage", "prod"], var.environment)
    error_message = "The environment must be dev, stage or prod."
  }
}

variable "region" {
  type    = string
  default = "ap-northeast-1"
}

variable "account_id" {
  type    = string
  default = "123456789012"
}

variable "owner" {
  type = string
}

variable "vpc_cidr" {
  type = string
}

variable "allowed_cidrs" {
  type = list(string)
}

variable "egress_cidrs" {
  type    = list(string)
  default = ["10.0.0.0/8"]
}

variable "extra_rules" {
  type    = map(object({ from = number, to = number, cidrs = list(string) }))
  default = {}
}

variable "data_volumes" {
  type    = list(object({ device = string, size = number, encrypted = optional(bool, true) }))
  default = []
}

variable "shards" {
  type    = map(number)
  default = {}
}

variable "reader_arns" {
  type    = list(string)
  default = ["arn:aws:iam::123456789012:role/reader"]
}

variable "log_bucket" {
  type    = string
  default = "example-access-logs"
}

variable "log_retention_days" {
  type    = number
  default = 30
}

variable "instance_count" {
  type    = number
  default = 1
}

variable "ami_id" {
  description = "No default: comes from the pipeline"
  type        = string
}

variable "versioning" {
  type    = bool
  default = true
}

variable "block_public" {
  type    = bool
  default = true
}

variable "encrypt_storage" {
  type    = bool
  default = true
}

variable "in_vpc" {
  type    = bool
  default = true
}

variable "tls_policy" {
  type    = string
  default = "ELBSecurityPolicy-TLS13-1-2-2021-06"
}
`;

const LOCALS = `locals {
  prefix = "example-\${var.team}-\${var.environment}"
  tags = {
    team        = var.team
    environment = var.environment
    owner       = var.owner
    managed-by  = "terraform"
  }
  kms_key_arn = "arn:aws:kms:\${var.region}:\${var.account_id}:alias/\${local.prefix}"
  queue_names = ["incoming", "retry"]
  sizes       = { dev = 256, stage = 512, prod = 1024 }
  key_administrators = [
    {
      Sid       = "Administer"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::\${var.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    },
  ]
}
`;
